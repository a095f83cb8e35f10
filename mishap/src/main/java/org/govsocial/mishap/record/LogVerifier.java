package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One verification of one log. Used by one thread. */
final class LogVerifier implements LogScanner.Visitor {
    static final String CHECKPOINTS = "checkpoints";

    private static final String GIVEN = "the checkpoint";
    private static final String COPY = "the copy of a checkpoint in the log's own folder";

    private static final byte[] RECOVERED = Kinds.RECOVERED.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DISPOSED = Kinds.DISPOSED.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ATTACHMENT = Kinds.ATTACHMENT.getBytes(StandardCharsets.US_ASCII);

    private final Path folder;
    private final boolean release;
    private final @Nullable Confirmed confirmed;

    private final List<Damage> damage = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private final TreeHead tree = new TreeHead();
    private boolean treeBroken;
    private final Map<Long, Optional<Hash>> roots = new HashMap<>(); // at the sizes of checkpoints

    private long last;
    private long lines;
    private byte @Nullable [] lastLeaf;
    private @Nullable String origin;
    private @Nullable String lastTime;
    private @Nullable Hash confirmedLeaf;

    /** Entries that are not where they should be: first to last, and the junk that stands there, if any. */
    private final TreeMap<Long, Gap> gaps = new TreeMap<>();

    private record Gap(long last, LogScanner.@Nullable Junk junk) {}

    private LogScanner.@Nullable Junk junkBefore;
    private final List<LogScanner.Junk> loose = new ArrayList<>(); // junk between entries that follow each other
    private final List<Content> recoveries = new ArrayList<>();
    private final List<Long> recoveryNumbers = new ArrayList<>();
    private final TreeSet<Long> changed = new TreeSet<>();
    private final TreeSet<Long> erased = new TreeSet<>();
    private final Map<Long, Long> disposals = new HashMap<>(); // entry to the record of its disposal
    private final TreeSet<Long> redacted = new TreeSet<>();

    /** Problems of attached files by entry; empty for a sound one. Judged at the end, when disposals are known. */
    private final TreeMap<Long, String> attachments = new TreeMap<>();

    private LogVerifier(Path folder, boolean release, @Nullable Confirmed confirmed) {
        this.folder = folder;
        this.release = release;
        this.confirmed = confirmed;
    }

    static Verification verify(
            Path folder,
            Storage.StoredFile file,
            long size,
            List<Checkpoint> checkpoints,
            @Nullable VerifierKey trusted)
            throws IOException {
        boolean release = Files.exists(folder.resolve(Release.FILE));
        var verifier = new LogVerifier(folder, release, confirmed(folder));
        List<Checkpoint> local = verifier.kept();
        Stream.concat(checkpoints.stream(), local.stream())
                .forEach(checkpoint -> verifier.roots.put(checkpoint.size(), Optional.empty()));
        boolean ended = LogScanner.scan(file, 0, size, verifier);
        return verifier.conclude(ended, checkpoints, local, trusted);
    }

    private static @Nullable Confirmed confirmed(Path folder) throws IOException {
        Path path = folder.resolve(Journal.CONFIRMED);
        if (!Files.isRegularFile(path)) {
            return null;
        }
        try (Storage.StoredFile file = new Disk().openToRead(path)) {
            return Confirmed.read(file);
        }
    }

    /** The copies of checkpoints in the folder itself: whoever changes the log can change them, but may forget to. */
    private List<Checkpoint> kept() throws IOException {
        Path kept = folder.resolve(CHECKPOINTS);
        var checkpoints = new ArrayList<Checkpoint>();
        if (!Files.isDirectory(kept)) {
            return checkpoints;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(kept)) {
            files = all.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path file : files) {
            try {
                checkpoints.add(Checkpoint.parse(Files.readString(file)));
            } catch (IOException e) {
                damage.add(new Damage(
                        Damage.Kind.CHECKPOINT, 0, 0, "The copy of a checkpoint in " + file + ": " + e.getMessage()));
            }
        }
        return checkpoints;
    }

    @Override
    public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
        long number = line.number();
        if (number <= last) {
            if (!fillGap(number)) {
                damage.add(new Damage(
                        Damage.Kind.INSERTED,
                        number,
                        number,
                        "A second entry " + number + " stands behind entry " + last
                                + ". Nobody was told of it; it was inserted."));
            }
            flushLoose();
            return;
        }
        lines++;
        if (number == last + 1) {
            flushLoose();
            if (last == 0) {
                origin = Checkpoint.origin(line.prev());
            } else if (!java.util.Arrays.equals(line.prevBytes(), lastLeaf)) {
                damage.add(new Damage(
                        Damage.Kind.REWRITTEN,
                        last,
                        number,
                        "Entry " + number + " does not follow from entry " + last + ": one of the two was replaced."));
            }
        } else {
            gaps.put(last + 1, new Gap(number - 1, junkBefore));
            junkBefore = null;
            if (number == last + 2) {
                grow(last + 1, line.prevBytes()); // the lost entry's leaf is named by the one behind it
            } else {
                treeBroken = true;
            }
        }
        lastLeaf = line.leafBytes();
        grow(number, lastLeaf);
        last = number;
        Confirmed known = confirmed;
        if (known != null && known.number() == number) {
            confirmedLeaf = line.leaf();
        }
        clock(line);
        content(line, body);
    }

    private void grow(long number, byte[] leaf) {
        if (treeBroken) {
            return;
        }
        tree.add(leaf);
        if (roots.containsKey(number)) {
            roots.put(number, Optional.of(Hash.of(tree.root())));
        }
    }

    private boolean fillGap(long number) {
        var entry = gaps.floorEntry(number);
        if (entry == null || entry.getValue().last() < number) {
            return false;
        }
        Gap gap = entry.getValue();
        gaps.remove(entry.getKey());
        if (entry.getKey() < number) {
            gaps.put(entry.getKey(), new Gap(number - 1, gap.junk()));
        }
        if (number < gap.last()) {
            gaps.put(number + 1, new Gap(gap.last(), gap.junk()));
        }
        damage.add(new Damage(
                Damage.Kind.REORDERED,
                number,
                number,
                "Entry " + number + " stands behind entry " + last + ", out of its place."));
        return true;
    }

    private void clock(EntryLine line) {
        String time = line.timeText();
        String before = lastTime;
        lastTime = time;
        if (before == null || time.compareTo(before) >= 0 && time.regionMatches(23, before, 23, 6)) {
            return;
        }
        Instant now = EntryLine.instantOrNull(time);
        Instant then = EntryLine.instantOrNull(before);
        if (now == null) {
            damage.add(new Damage(
                    Damage.Kind.REWRITTEN,
                    line.number(),
                    line.number(),
                    "Entry " + line.number() + " has a time that no clock shows."));
        } else if (then != null && now.isBefore(then)) {
            remarks.add("The clock stepped back by " + Duration.between(now, then) + " before entry " + line.number()
                    + ".");
        }
    }

    private void content(EntryLine line, EntryLine.BodyState body) throws IOException {
        long number = line.number();
        switch (body) {
            case CHANGED -> changed.add(number);
            case ERASED -> erased.add(number);
            case REDACTED -> {
                if (release) {
                    redacted.add(number);
                } else {
                    changed.add(number);
                }
            }
            case WHOLE -> {
                if (line.isKind(RECOVERED)) {
                    recoveries.add(Content.parse(line.body()));
                    recoveryNumbers.add(number);
                } else if (line.isKind(DISPOSED)) {
                    for (long disposed : Disposing.entries(Content.parse(line.body()))) {
                        disposals.put(disposed, number);
                    }
                } else if (line.isKind(ATTACHMENT)) {
                    attachment(number, Content.parse(line.body()));
                }
            }
        }
    }

    private void changed(List<Checkpoint> binding) {
        for (long number : changed) {
            Long recovery = torn(number, binding);
            if (recovery != null) {
                remarks.add("Entry " + number + " was torn while it was being saved, as entry " + recovery
                        + " says. It was never confirmed as saved as far as this computer knew.");
            } else {
                damage.add(new Damage(
                        Damage.Kind.CHANGED,
                        number,
                        number,
                        "Entry " + number + " was changed or damaged after it was saved. Its time and kind are proved,"
                                + " its text is not."));
            }
        }
    }

    /** The entry that says that another was torn; null when none does, or a checkpoint shows that it was whole. */
    private @Nullable Long torn(long number, List<Checkpoint> binding) {
        for (int i = 0; i < recoveries.size(); i++) {
            long recovery = recoveryNumbers.get(i);
            if (Disposing.numbers(recoveries.get(i).fields().getOrDefault("torn", ""))
                            .contains(number)
                    && number < recovery
                    && binding.stream().noneMatch(c -> number <= c.size() && c.size() < recovery)) {
                return recovery;
            }
        }
        return null;
    }

    private void attachment(long number, Content content) throws IOException {
        Path file = Attachments.of(content, folder);
        String expected = content.fields().get(Attachments.SHA256);
        String problem = file == null || expected == null
                ? "is not named as the log names attachments"
                : !Files.isRegularFile(file)
                        ? "is gone"
                        : !Attachments.hash(file).hex().equals(expected) ? "was changed or damaged" : null;
        attachments.put(number, problem == null ? "" : problem);
    }

    @Override
    public void junk(LogScanner.Junk junk) {
        flushLoose();
        junkBefore = junk;
    }

    private void flushLoose() {
        if (junkBefore != null) {
            loose.add(junkBefore);
            junkBefore = null;
        }
    }

    private Verification conclude(
            boolean ended, List<Checkpoint> given, List<Checkpoint> local, @Nullable VerifierKey trusted) {
        LogScanner.Junk tail = junkBefore;
        List<Checkpoint> binding = given.stream()
                .filter(checkpoint -> isOfThisLog(checkpoint, GIVEN, trusted))
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
        List<Checkpoint> copies = local.stream()
                .filter(checkpoint -> isOfThisLog(checkpoint, COPY, null))
                .toList();
        gaps.forEach(this::gap);
        loose.forEach(this::loose);
        end(ended, tail, binding, copies);
        named();
        changed(binding);
        disposals();
        attachments.forEach((number, problem) -> {
            if (!problem.isEmpty()) {
                damage.add(new Damage(
                        Damage.Kind.ATTACHMENT,
                        number,
                        number,
                        "The file attached by entry " + number + " " + problem + "."));
            }
        });
        long bound = 0;
        for (Checkpoint checkpoint : binding) {
            bound = agrees(checkpoint, GIVEN, bound) ? checkpoint.size() : bound;
        }
        copies.forEach(checkpoint -> agrees(checkpoint, COPY, 0));
        remarkOnCheckpoints(given, bound, trusted);
        if (release) {
            remarks.add("This is a release copy. "
                    + (redacted.isEmpty()
                            ? "Nothing is withheld."
                            : "Withheld in part or whole, so that their text is not proved: entries " + redacted
                                    + "."));
        }
        Hash root = treeBroken || tree.size() == 0 ? null : Hash.of(tree.root());
        damage.sort(Comparator.comparingLong(Damage::first));
        return new Verification(last, lines - changed.size(), origin, root, bound, damage, remarks);
    }

    private static String entries(long first, long last) {
        return first == last ? "Entry " + first : "Entries " + first + " to " + last;
    }

    private void gap(long first, Gap gap) {
        String who = entries(first, gap.last());
        LogScanner.Junk junk = gap.junk();
        if (junk == null) {
            damage.add(new Damage(
                    Damage.Kind.REMOVED,
                    first,
                    gap.last(),
                    who + (first == gap.last() ? " was" : " were") + " removed from its place after it was saved."));
        } else {
            damage.add(new Damage(
                    Damage.Kind.CHANGED,
                    first,
                    gap.last(),
                    who + (first == gap.last() ? " was" : " were")
                            + " changed or damaged after it was saved: the " + junk.length() + " bytes at "
                            + junk.offset() + " cannot be read as an entry."));
        }
    }

    private void loose(LogScanner.Junk junk) {
        Content named = recovery(junk);
        if (named == null) {
            damage.add(new Damage(
                    Damage.Kind.INSERTED,
                    0,
                    0,
                    "The " + junk.length() + " bytes at " + junk.offset()
                            + " are no entry, and no entry names them. They were put there, or an entry that nobody"
                            + " counts was damaged."));
        } else {
            remarks.add("The " + junk.length() + " bytes at " + junk.offset()
                    + " are no entry: a save was interrupted, as a later entry says. They were never confirmed as saved"
                    + " as far as this computer knew.");
        }
    }

    private @Nullable Content recovery(LogScanner.Junk junk) {
        for (Content recovery : recoveries) {
            Map<String, String> fields = recovery.fields();
            if (Long.toString(junk.offset()).equals(fields.get("offset"))
                    && Long.toString(junk.length()).equals(fields.get("length"))
                    && junk.sha256().hex().equals(fields.get("sha256"))) {
                return recovery;
            }
        }
        return null;
    }

    /** The end of the file: what is there behind the last entry, and what should be. */
    private void end(boolean ended, LogScanner.@Nullable Junk tail, List<Checkpoint> binding, List<Checkpoint> copies) {
        Confirmed known = confirmed;
        long saved = last;
        String witness = "";
        if (known != null && known.number() > saved && !release) {
            saved = known.number();
            witness = "this computer's note of the last confirmed save";
        }
        for (Checkpoint checkpoint : copies) {
            if (checkpoint.size() > saved) {
                saved = checkpoint.size();
                witness = COPY + " of " + checkpoint.time();
            }
        }
        for (Checkpoint checkpoint : binding) {
            if (checkpoint.size() >= saved && checkpoint.size() > last) {
                saved = checkpoint.size();
                witness = GIVEN + " of " + checkpoint.time();
            }
        }
        String bytes = tail == null ? "" : "The " + tail.length() + " bytes at " + tail.offset();
        if (saved > last && tail == null) {
            damage.add(new Damage(
                    Damage.Kind.TRUNCATED,
                    last + 1,
                    saved,
                    entries(last + 1, saved) + (saved == last + 1 ? " was" : " were") + " removed from the end: "
                            + witness + " lists " + saved + ", the file holds " + last + "."));
        } else if (saved > last) {
            damage.add(new Damage(
                    Damage.Kind.CHANGED,
                    last + 1,
                    saved,
                    entries(last + 1, saved) + (saved == last + 1 ? " was" : " were")
                            + " changed or damaged after it was saved, as " + witness + " shows. " + bytes
                            + " cannot be read as an entry."));
        } else if (tail != null) {
            damage.add(new Damage(
                    Damage.Kind.CHANGED,
                    last + 1,
                    last + 1,
                    bytes + " at the end are no entry: either the saving of entry " + (last + 1)
                            + " was interrupted, and nobody was told that it was saved, or that entry was damaged"
                            + " afterwards. The next entry that is recorded will name them."));
        } else if (!ended) {
            damage.add(new Damage(
                    Damage.Kind.TRUNCATED,
                    last,
                    last,
                    "The line of entry " + last + " has no end: its saving was interrupted, or the file was cut."));
        }
        if (known != null && known.number() > 0 && known.number() <= last && !release) {
            Hash found = confirmedLeaf;
            if (found != null && !found.equals(known.leaf())) {
                damage.add(new Damage(
                        Damage.Kind.REWRITTEN,
                        known.number(),
                        known.number(),
                        "Entry " + known.number()
                                + " is not the one that was confirmed as saved; the log was rewritten."));
            } else if (known.number() < last) {
                remarks.add(entries(known.number() + 1, last) + ": present, but nobody may have been told that it was"
                        + " saved.");
            }
        }
    }

    /** What earlier writers found. */
    private void named() {
        for (int i = 0; i < recoveries.size(); i++) {
            Map<String, String> fields = recoveries.get(i).fields();
            long number = recoveryNumbers.get(i);
            if (fields.containsKey("offset") && !release && !isThere(fields)) {
                damage.add(new Damage(
                        Damage.Kind.CHANGED,
                        0,
                        0,
                        "The bytes that entry " + number + " found at " + fields.get("offset")
                                + " are not there any more."));
            }
            if (fields.containsKey("unconfirmed")) {
                remarks.add("Entry " + number + " says that entries " + fields.get("unconfirmed")
                        + " were found whole without anybody having been told that they were saved.");
            }
            if (fields.containsKey("lineEnd")) {
                remarks.add("Entry " + number + " says that the line before it had no end.");
            }
        }
    }

    private boolean isThere(Map<String, String> fields) {
        return Stream.concat(
                        loose.stream(), gaps.values().stream().map(Gap::junk).filter(Objects::nonNull))
                .anyMatch(junk -> Long.toString(junk.offset()).equals(fields.get("offset"))
                        && Long.toString(junk.length()).equals(fields.get("length"))
                        && junk.sha256().hex().equals(fields.get("sha256")));
    }

    private void disposals() {
        for (long number : erased) {
            Long record = disposals.get(number);
            if (record == null || record < number) {
                damage.add(new Damage(
                        Damage.Kind.CHANGED,
                        number,
                        number,
                        "The text of entry " + number + " is gone, and no entry says that it was disposed of."));
            } else {
                remarks.add("The text of entry " + number + " was disposed of, as entry " + record
                        + " says. Its place, time and fingerprint remain.");
            }
        }
        disposals.forEach((number, record) -> {
            String problem = attachments.get(number);
            if (erased.contains(number) || redacted.contains(number) || number > last) {
                return;
            }
            if (problem != null) {
                attachments.put(number, "");
            }
            remarks.add("Entry " + record + " says that entry " + number
                    + " was disposed of, but its text is still there: the disposal was interrupted. Do it again.");
        });
    }

    private boolean isOfThisLog(Checkpoint checkpoint, String name, @Nullable VerifierKey trusted) {
        String known = origin;
        if (known != null && !known.equals(checkpoint.origin())) {
            damage.add(new Damage(
                    Damage.Kind.CHECKPOINT,
                    0,
                    0,
                    "This log is " + known + ", but " + name + " is of " + checkpoint.origin()
                            + ". Either it is of another incident, or the log was replaced."));
            return false;
        }
        if (trusted != null && !trusted.equals(checkpoint.key())) {
            damage.add(new Damage(
                    Damage.Kind.CHECKPOINT,
                    0,
                    0,
                    "The key of " + name + " is " + checkpoint.key().hash() + ", not yours, " + trusted.hash()
                            + ", so it proves nothing."));
            return false;
        }
        return true;
    }

    /** Whether the log begins with what the checkpoint counts; {@code good} entries are known to. */
    private boolean agrees(Checkpoint checkpoint, String name, long good) {
        if (checkpoint.size() > last) {
            return false; // said already
        }
        Optional<Hash> root = roots.getOrDefault(checkpoint.size(), Optional.empty());
        if (root.isPresent() && root.get().equals(checkpoint.root())) {
            return true;
        }
        damage.add(new Damage(
                Damage.Kind.REWRITTEN,
                good + 1,
                checkpoint.size(),
                root.isPresent()
                        ? "One or more of the entries " + (good + 1) + " to " + checkpoint.size()
                                + " are not those that " + name + " of " + checkpoint.time()
                                + " vouches for: they were rewritten."
                        : "Entries " + (good + 1) + " to " + checkpoint.size() + " cannot be compared with " + name
                                + ", because several entries in a row are gone."));
        return false;
    }

    private void remarkOnCheckpoints(List<Checkpoint> given, long bound, @Nullable VerifierKey trusted) {
        if (given.isEmpty()) {
            remarks.add(
                    "No checkpoint was given, so the removal of entries at the end, or a rewriting of the whole log,"
                            + " could not be noticed. Checkpoints kept elsewhere make both show.");
            return;
        }
        if (trusted == null) {
            for (Checkpoint checkpoint : given) {
                remarks.add("The checkpoint of " + checkpoint.time() + " is signed with the key "
                        + checkpoint.key().hash() + " (" + checkpoint.key().name()
                        + "). Compare it with the one you know.");
            }
        }
        if (bound > 0 && bound < last) {
            remarks.add("Removal of entries after " + bound + " could not be noticed: the checkpoint is older.");
        }
    }
}
