// Licensed under the Apache License, Version 2.0.

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the log of an incident with nothing but a JDK (11 or later):
 *
 * <pre>java Verify.java FOLDER [CHECKPOINT [KEY]]</pre>
 *
 * FOLDER holds log.jsonl, or is that file itself. CHECKPOINT is a file with a signed checkpoint that was kept elsewhere.
 * KEY is the text of the public key that it must be signed with. Exits 0 when nothing is wrong, 1 on damage, 2 when it
 * cannot tell. Written apart from the program that writes logs, so that the two check each other. The format is told in
 * docs/mishap-log.md.
 */
final class Verify {
    private static final String HASH = "([0-9a-f]{64})";
    // Header, body, salt, proof, leaf: docs/mishap-log.md. ISO 8859-1 keeps every byte one character.
    private static final Pattern HEADER = Pattern.compile(
            "(\\{\"entry\":([1-9][0-9]{0,17}),\"time\":\"([^\"]{29})\",\"zone\":\"([^\"]{0,60})\",\"kind\":\"([^\"]{0,60})\"),\"body\":");
    private static final Pattern END = Pattern.compile(
            ",\"salt\":(\"([^\"]{32})\"|null {30}|.{34})(,\"commit\":\"(.{64})\",\"prev\":\"(.{64})\"),\"leaf\":\"" + HASH
                    + "\"\\}",
            Pattern.DOTALL);
    private static final int END_LENGTH = 42 + 150 + 75;

    private final List<String> damage = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final MessageDigest sha = MessageDigest.getInstance("SHA-256");

    /** A line whose header and proof are whole. */
    private static final class Line {
        int offset;
        long number;
        String time;
        String kind;
        String body;
        String state;
        String prev;
        String leaf;
    }

    /** Bytes that are no entry, without the line end that closes them. */
    private static final class Junk {
        int offset;
        int end;
        String sha256;
    }

    private Verify() throws Exception {}

    public static void main(String[] args) throws Exception {
        if (args.length < 1 || args.length > 3) {
            System.err.println("Usage: java Verify.java FOLDER [CHECKPOINT [KEY]]");
            System.exit(2);
        }
        Verify verify = new Verify();
        String summary;
        try {
            summary = verify.run(args);
        } catch (IOException e) {
            System.err.println("Cannot read " + e.getMessage());
            System.exit(2);
            return;
        }
        verify.damage.forEach(d -> System.out.println("DAMAGE: " + d));
        verify.remarks.forEach(r -> System.out.println("Note: " + r));
        System.out.println(summary);
        System.exit(verify.damage.isEmpty() ? 0 : 1);
    }

    private String run(String[] args) throws Exception {
        Path path = Paths.get(args[0]);
        Path log = Files.isDirectory(path) ? path.resolve("log.jsonl") : path;
        Path folder = log.toAbsolutePath().getParent();
        boolean release = Files.exists(folder.resolve("release.json"));
        byte[] bytes = Files.readAllBytes(log);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        List<Object> parts = parts(bytes, text);
        List<Line> lines = new ArrayList<>();
        parts.stream().filter(p -> p instanceof Line).forEach(p -> lines.add((Line) p));
        Map<Long, Line> byNumber = new HashMap<>();
        List<Line> inOrder = new ArrayList<>();
        TreeSet<Long> outOfPlace = new TreeSet<>();
        long last = 0;
        for (Line line : lines) {
            if (line.number > last) {
                last = line.number;
                inOrder.add(line);
                byNumber.put(line.number, line);
            } else if (byNumber.putIfAbsent(line.number, line) == null) {
                outOfPlace.add(line.number);
                damage.add("Entry " + line.number + " stands out of its place.");
            } else {
                damage.add("A second entry " + line.number + " was inserted.");
            }
        }

        TreeMap<Long, String> leaves = new TreeMap<>();
        Line before = null;
        for (Line line : inOrder) {
            leaves.put(line.number, line.leaf);
            if (line.number > 1) {
                leaves.putIfAbsent(line.number - 1, line.prev); // names a lost entry's leaf
            }
            if (before != null && before.number == line.number - 1 && !before.leaf.equals(line.prev)) {
                damage.add("Entry " + line.number + " does not follow from entry " + before.number
                        + ": one of the two was replaced.");
            }
            if (before != null && instant(line).isBefore(instant(before))) {
                remarks.add("The clock stepped back before entry " + line.number + ".");
            }
            before = line;
        }

        List<Junk> junks = new ArrayList<>();
        parts.stream().filter(p -> p instanceof Junk).forEach(p -> junks.add((Junk) p));
        Junk tail = parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof Junk)
                ? null
                : (Junk) parts.get(parts.size() - 1);
        TreeSet<Junk> explained = new TreeSet<>((a, b) -> Integer.compare(a.offset, b.offset));
        missing(parts, byNumber, explained);
        recoveries(lines, junks, explained, release);
        for (Junk junk : junks) {
            if (junk != tail && !explained.contains(junk)) {
                damage.add("The " + (junk.end - junk.offset) + " bytes at " + junk.offset
                        + " are no entry, and no entry names them.");
            }
        }
        if (tail != null) {
            damage.add("The " + (tail.end - tail.offset) + " bytes at " + tail.offset
                    + " at the end are no entry: the saving of entry " + (last + 1)
                    + " was interrupted, or it was damaged after it was saved.");
        } else if (bytes.length > 0 && bytes[bytes.length - 1] != '\n') {
            damage.add("The line of entry " + last + " has no end: its saving was interrupted, or the file was cut.");
        }
        contents(lines, folder, release, args.length > 1 ? signed(Paths.get(args[1])) : 0);
        confirmed(folder, byNumber, last, release);

        String origin = byNumber.containsKey(1L)
                ? "govsocial-mishap-log/" + byNumber.get(1L).prev.substring(0, 32)
                : null;
        if (args.length > 1) {
            checkpoint(Paths.get(args[1]), args.length > 2 ? args[2] : null, origin, leaves, last);
        } else {
            remarks.add("No checkpoint was given, so removal at the end, or a rewriting of the whole log, could not be"
                    + " noticed.");
        }
        if (release) {
            remarks.add("This is a release copy: what is withheld stands in it with its ground.");
        }
        return damage.isEmpty()
                ? last + " entries verify." + root(leaves, last)
                : "Damaged: " + damage.size() + " finding(s) in a log of " + last + " entries. Keep this file as evidence.";
    }

    private String root(TreeMap<Long, String> leaves, long last) {
        return last == 0 || leaves.size() != last ? "" : " Root " + hex(tree(new ArrayList<>(leaves.values())));
    }

    // Reading

    private List<Object> parts(byte[] bytes, String text) throws Exception {
        List<Object> parts = new ArrayList<>();
        int junkStart = -1;
        int begin = 0;
        while (begin < bytes.length) {
            int end = text.indexOf('\n', begin);
            int next = end < 0 ? bytes.length : end + 1;
            end = end < 0 ? bytes.length : end;
            int at = begin;
            Line line = line(bytes, text, begin, end);
            while (line == null && (at = text.indexOf("{\"entry\":", at + 1)) >= 0 && at < end) {
                line = line(bytes, text, at, end);
            }
            if (line == null) {
                junkStart = junkStart < 0 ? begin : junkStart;
            } else {
                if (at > begin) {
                    junkStart = junkStart < 0 ? begin : junkStart;
                }
                if (junkStart >= 0) {
                    parts.add(junk(bytes, junkStart, line.offset, at == begin));
                    junkStart = -1;
                }
                parts.add(line);
            }
            begin = next;
        }
        if (junkStart >= 0) {
            parts.add(junk(bytes, junkStart, bytes.length, true));
        }
        return parts;
    }

    private Junk junk(byte[] bytes, int start, int end, boolean mayEndLine) {
        Junk junk = new Junk();
        junk.offset = start;
        junk.end = mayEndLine && bytes[end - 1] == '\n' ? end - 1 : end;
        junk.sha256 = hex(sha.digest(Arrays.copyOfRange(bytes, start, junk.end)));
        return junk;
    }

    private Line line(byte[] bytes, String text, int start, int end) throws Exception {
        if (end - start < END_LENGTH) {
            return null;
        }
        Matcher header = HEADER.matcher(text).region(start, Math.min(end, start + 300));
        Matcher rest = END.matcher(text).region(end - END_LENGTH, end);
        if (!header.lookingAt() || !rest.matches() || header.end() > end - END_LENGTH) {
            return null;
        }
        sha.update((byte) 0);
        sha.update(latin(header.group(1)));
        sha.update(latin(rest.group(3)));
        sha.update((byte) '}');
        if (!hex(sha.digest()).equals(rest.group(6))) {
            return null;
        }
        Line line = new Line();
        line.offset = start;
        line.number = Long.parseLong(header.group(2));
        line.time = header.group(3);
        line.kind = header.group(5);
        line.prev = rest.group(5);
        line.leaf = rest.group(6);
        int bodyStart = header.end();
        int bodyEnd = end - END_LENGTH;
        line.body = new String(bytes, bodyStart, bodyEnd - bodyStart, StandardCharsets.UTF_8);
        String salt = rest.group(2);
        if (rest.group(1).equals("null" + " ".repeat(30))) {
            line.state = line.body.matches("null *") ? "erased" : "redacted";
        } else if (salt == null || !salt.matches("[0-9a-f]{32}")) {
            line.state = "changed";
        } else {
            sha.update(unhex(salt));
            sha.update(bytes, bodyStart, bodyEnd - bodyStart);
            line.state = hex(sha.digest()).equals(rest.group(4)) ? "whole" : "changed";
        }
        return line;
    }

    // Judging

    private void missing(List<Object> parts, Map<Long, Line> byNumber, TreeSet<Junk> explained) {
        long last = 0;
        Junk junk = null;
        for (Object part : parts) {
            if (part instanceof Junk) {
                junk = (Junk) part;
                continue;
            }
            Line line = (Line) part;
            if (line.number > last) {
                List<Long> gone = new ArrayList<>();
                long end = Math.min(line.number, last + 1000);
                for (long n = last + 1; n < end; n++) {
                    if (!byNumber.containsKey(n)) {
                        gone.add(n);
                    }
                }
                if (!gone.isEmpty() || end < line.number) {
                    String who = end < line.number ? (last + 1) + " to " + (line.number - 1) : gone.toString();
                    damage.add(junk == null
                            ? "Removed from between others: entries " + who + "."
                            : "Changed or damaged after being saved: entries " + who + ".");
                    if (junk != null) {
                        explained.add(junk);
                    }
                }
                last = line.number;
            }
            junk = null;
        }
    }

    private void recoveries(List<Line> lines, List<Junk> junks, TreeSet<Junk> explained, boolean release) {
        for (Line line : lines) {
            String offset = line.state.equals("whole") && line.kind.equals("recovered") ? field(line, "offset") : null;
            if (offset == null || release) {
                continue;
            }
            boolean found = false;
            for (Junk junk : junks) {
                if (offset.equals("" + junk.offset)
                        && ("" + (junk.end - junk.offset)).equals(field(line, "length"))
                        && junk.sha256.equals(field(line, "sha256"))) {
                    found = true;
                    explained.add(junk);
                    remarks.add("The bytes at " + offset + " are no entry: a save was interrupted, as entry " + line.number
                            + " says.");
                }
            }
            if (!found) {
                damage.add("The bytes that entry " + line.number + " found at " + offset + " are not there any more.");
            }
        }
    }

    /** How many entries a checkpoint counts; 0 when it is none. */
    private static long signed(Path checkpoint) throws IOException {
        String[] lines = new String(Files.readAllBytes(checkpoint), StandardCharsets.UTF_8).trim().split("\\s+");
        return lines.length > 1 && lines[1].matches("[0-9]{1,18}") ? Long.parseLong(lines[1]) : 0;
    }

    private void contents(List<Line> lines, Path folder, boolean release, long signed) throws Exception {
        Map<Long, Long> disposed = new HashMap<>();
        for (Line line : lines) {
            if (line.state.equals("whole") && line.kind.equals("disposed") && field(line, "entries") != null) {
                for (String number : field(line, "entries").split(",")) {
                    disposed.put(Long.valueOf(number), line.number);
                }
            }
        }
        for (Line line : lines) {
            Line recovery = line.state.equals("changed") ? torn(line, lines, signed) : null;
            if (recovery != null) {
                remarks.add("Entry " + line.number + " was torn while it was being saved, as entry " + recovery.number
                        + " says.");
            } else if (line.state.equals("changed") || line.state.equals("redacted") && !release) {
                damage.add("Entry " + line.number + " was changed or damaged after it was saved.");
            } else if (line.state.equals("erased") && disposed.getOrDefault(line.number, 0L) < line.number) {
                damage.add("The text of entry " + line.number + " is gone, and no entry says that it was disposed of.");
            } else if (line.state.equals("erased")) {
                remarks.add("The text of entry " + line.number + " was disposed of, as entry " + disposed.get(line.number)
                        + " says.");
            } else if (line.state.equals("redacted")) {
                remarks.add("Entry " + line.number + " is withheld in part or whole; its text is not proved.");
            } else if (line.kind.equals("attachment") && !disposed.containsKey(line.number)) {
                attachment(line, folder);
            }
        }
    }

    /** The entry that says that another was torn; null when none does, or the checkpoint shows that it was whole. */
    private static Line torn(Line line, List<Line> lines, long signed) {
        for (Line recovery : lines) {
            String torn = recovery.kind.equals("recovered") && recovery.state.equals("whole")
                    ? field(recovery, "torn")
                    : null;
            if (torn != null
                    && Arrays.asList(torn.split(",")).contains("" + line.number)
                    && line.number < recovery.number
                    && !(line.number <= signed && signed < recovery.number)) {
                return recovery;
            }
        }
        return null;
    }

    private void attachment(Line line, Path folder) throws Exception {
        String name = field(line, "file");
        String expected = field(line, "sha256");
        if (name == null || !name.matches("[0-9a-f]{64}(\\.[a-z0-9]{1,5})?")) {
            damage.add("The file attached by entry " + line.number + " is not named as the log names attachments.");
            return;
        }
        Path file = folder.resolve("attachments").resolve(name);
        if (!Files.isRegularFile(file)) {
            damage.add("The file attached by entry " + line.number + " is gone.");
        } else if (!hex(sha.digest(Files.readAllBytes(file))).equals(expected)) {
            damage.add("The file attached by entry " + line.number + " was changed or damaged.");
        }
    }

    /** The computer's own note of the last confirmed save. */
    private void confirmed(Path folder, Map<Long, Line> byNumber, long last, boolean release) throws Exception {
        Path path = folder.resolve("log.confirmed");
        if (release || !Files.isRegularFile(path)) {
            return;
        }
        String note = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        if (!note.matches("[0-9]{19} [0-9a-f]{64} [0-9a-f]{8}\n")
                || !hex(sha.digest(latin(note.substring(0, 84)))).startsWith(note.substring(85, 93))) {
            return;
        }
        long number = Long.parseLong(note.substring(0, 19));
        if (number > last) {
            damage.add("Entries " + (last + 1) + " to " + number
                    + " were confirmed as saved, and are gone or cannot be read.");
        } else if (byNumber.containsKey(number)
                && !byNumber.get(number).leaf.equals(note.substring(20, 84))) {
            damage.add("Entry " + number + " is not the one that was confirmed as saved; the log was rewritten.");
        }
    }

    private void checkpoint(Path file, String trusted, String origin, TreeMap<Long, String> leaves, long last)
            throws Exception {
        List<String> lines = new ArrayList<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim().split("\r\n|\r|\n")) {
            lines.add(line.replaceAll("\\s+$", ""));
        }
        int empty = lines.indexOf("");
        if (empty < 5) {
            damage.add("The checkpoint is not signed, or is none. It proves nothing.");
            return;
        }
        String key = null;
        for (String line : lines.subList(0, empty)) {
            key = line.startsWith("key ") && key == null ? line.substring(4) : key;
        }
        if (key == null || !isSigned(lines, empty, key)) {
            damage.add("The signature of the checkpoint does not fit its text. It proves nothing.");
            return;
        }
        if (trusted != null && !trusted.trim().equals(key)) {
            damage.add("The checkpoint is signed with another key than yours. It proves nothing.");
            return;
        }
        if (trusted == null) {
            remarks.add("The checkpoint is signed with the key " + key + ". Compare it with the one you know.");
        }
        if (origin != null && !origin.equals(lines.get(0))) {
            damage.add("The checkpoint is of another log, " + lines.get(0) + "; this is " + origin + ".");
            return;
        }
        long size = Long.parseLong(lines.get(1));
        if (size > last) {
            damage.add("Entries were removed: the checkpoint lists " + size + ", the file holds " + last + ".");
        } else if (leaves.headMap(size, true).size() != size) {
            damage.add("Entries 1 to " + size + " cannot be compared with the checkpoint: several in a row are gone.");
        } else {
            byte[] root = tree(new ArrayList<>(leaves.headMap(size, true).values()));
            if (!Base64.getEncoder().encodeToString(root).equals(lines.get(2))) {
                damage.add("One or more of the entries 1 to " + size
                        + " are not those that the checkpoint vouches for: they were rewritten.");
            } else if (size < last) {
                remarks.add("Removal of entries after " + size + " could not be noticed: the checkpoint is older.");
            }
        }
    }

    /** An Ed25519 signature as in a C2SP signed note. */
    private boolean isSigned(List<String> lines, int empty, String key) {
        try {
            String name = key.substring(0, key.indexOf('+'));
            byte[] typed = Base64.getDecoder().decode(key.substring(name.length() + 10));
            sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            String hash = hex(sha.digest(typed)).substring(0, 8);
            if (typed.length != 33 || typed[0] != 1 || !key.startsWith(name + "+" + hash + "+")) {
                return false;
            }
            byte[] encoded = Arrays.copyOf(unhex("302a300506032b6570032100"), 44);
            System.arraycopy(typed, 1, encoded, 12, 32);
            byte[] message = (String.join("\n", lines.subList(0, empty)) + "\n").getBytes(StandardCharsets.UTF_8);
            for (String line : lines.subList(empty + 1, lines.size())) {
                if (line.startsWith("\u2014 " + name + " ")) {
                    String text = line.substring(name.length() + 3);
                    byte[] signed = Base64.getDecoder().decode(text);
                    // Base64 has bits at its end that say nothing; they have to be as they were written all the same.
                    boolean unchanged = Base64.getEncoder().encodeToString(signed).equals(text);
                    if (unchanged && signed.length == 68 && hex(Arrays.copyOf(signed, 4)).equals(hash)) {
                        Signature signature = Signature.getInstance("Ed25519");
                        signature.initVerify(
                                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                        signature.update(message);
                        return signature.verify(Arrays.copyOfRange(signed, 4, 68));
                    }
                }
            }
            return false;
        } catch (Exception e) {
            return false;
        }
    }

    // Small things

    /** The root of the Merkle tree over leaf hashes, RFC 6962 section 2.1. */
    private byte[] tree(List<String> leaves) {
        if (leaves.size() == 1) {
            return unhex(leaves.get(0));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        byte[] left = tree(leaves.subList(0, split));
        byte[] right = tree(leaves.subList(split, leaves.size()));
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    private static java.time.Instant instant(Line line) {
        try {
            return java.time.OffsetDateTime.parse(line.time).toInstant();
        } catch (java.time.DateTimeException e) {
            return java.time.Instant.MAX;
        }
    }

    /** A fact for programs; those asked for never hold a character that JSON escapes. */
    private static String field(Line line, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"\\\\]*)\"").matcher(line.body);
        return field.find() ? field.group(1) : null;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String hex(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte b : bytes) {
            out.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return out.toString();
    }

    private static byte[] unhex(String hex) {
        byte[] out = new byte[hex.length() / 2];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return out;
    }
}
