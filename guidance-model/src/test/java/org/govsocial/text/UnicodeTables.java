package org.govsocial.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Makes the tables of this package from ICU4J. {@link UnicodeTablesTest} compares them with the committed ones, and
 * writes them instead when asked to:
 *
 * <pre>mvn -pl guidance-model test -Dtest=UnicodeTablesTest -Dgovsocial.writeTables=true</pre>
 */
final class UnicodeTables {

    /** Characters that Unicode shows as text by default and the widely used platforms as emoji: see {@link Emoji}. */
    private static final UnicodeSet SHOWN_AS_EMOJI = new UnicodeSet("[[[:Emoji:]-[:Emoji_Presentation:]]"
                    + "&[☀-☄ ☘ ☝ ☠ ☹ ☺ ♥ ♨ ⚠ \\u26C8-\\u26F9 ✈ ✌ ✍ ❄ ❣ ❤ \\U0001F300-\\U0001FAFF]]")
            .freeze();

    /**
     * Sequences that exist only with two skin tones, and the emoji that readers see without: pairs of people hold
     * hands, kiss, wrestle, wear bunny ears or shake hands.
     */
    private static final Map<String, String> NEUTRAL = Map.ofEntries(
            Map.entry("👩‍🤝‍👨", "👫"),
            Map.entry("👩‍🤝‍👩", "👭"),
            Map.entry("👨‍🤝‍👨", "👬"),
            Map.entry("🧑‍❤‍🧑", "💑"),
            Map.entry("🧑‍❤‍💋‍🧑", "💏"),
            Map.entry("🧑‍🐰‍🧑", "👯"),
            Map.entry("👨‍🐰‍👨", "👯‍♂"),
            Map.entry("👩‍🐰‍👩", "👯‍♀"),
            Map.entry("🧑‍🫯‍🧑", "🤼"),
            Map.entry("👨‍🫯‍👨", "🤼‍♂"),
            Map.entry("👩‍🫯‍👩", "🤼‍♀"),
            Map.entry("🫱‍🫲", "🤝"));

    private UnicodeTables() {}

    static byte[] chars() {
        UnicodeSet emojiStarts = new UnicodeSet();
        rgiEmoji().forEach(emoji -> emojiStarts.add(emoji.codePointAt(0)));
        UnicodeSet rightToLeft = new UnicodeSet("[[:Bidi_Class=R:][:Bidi_Class=AL:]]").freeze();
        UnicodeSet eastAsian = new UnicodeSet("[[:scx=Han:][:scx=Hira:][:scx=Kana:][:scx=Bopo:][:scx=Hang:]]").freeze();
        UnicodeSet invisible = new UnicodeSet("[[:Default_Ignorable_Code_Point:][:Bidi_Control:]\\u2800]").freeze();
        Map<Integer, Integer> lookalikes = lookalikes();
        IntUnaryOperator whole = codePoint -> {
            int characterClass = characterClass(codePoint);
            int flags = characterClass;
            if (emojiStarts.contains(codePoint)) {
                flags |= CharClass.EMOJI;
            }
            if (FancyText.kind(codePoint) != FancyText.Kind.NONE || FancyText.isOverlay(codePoint)) {
                flags |= CharClass.STYLED;
            }
            if (invisible.contains(codePoint)) {
                flags |= CharClass.INVISIBLE;
            }
            if (lookalikes.containsKey(codePoint)) {
                flags |= CharClass.LOOKALIKE;
            }
            if (characterClass >= CharClass.LETTER_LOWER && characterClass <= CharClass.NUMERAL) {
                flags |= CharClass.WORD;
            }
            if (characterClass >= CharClass.LETTER_LOWER && characterClass <= CharClass.LETTER_OTHER) {
                flags |= CharClass.LETTER;
                flags |= UScript.getScript(codePoint) == UScript.LATIN ? CharClass.LATIN : 0;
                flags |= eastAsian.contains(codePoint) ? CharClass.EAST_ASIAN : 0;
                flags |= rightToLeft.contains(codePoint) ? CharClass.RIGHT_TO_LEFT : 0;
            }
            return flags;
        };
        int ofAny = CharClass.EMOJI | CharClass.STYLED | CharClass.INVISIBLE;
        char[] highSurrogates = new char[0x400];
        for (int codePoint = 0x10000; codePoint <= 0x10FFFF; codePoint++) {
            highSurrogates[codePoint - 0x10000 >> 10] |= (char) (whole.applyAsInt(codePoint) & ofAny);
        }
        return bytes(out -> table(out, codePoint -> {
            int half = codePoint - 0xD800;
            return half >= 0 && half < 0x400
                    ? CharClass.SURROGATE_HIGH | highSurrogates[half]
                    : half >= 0x400 && half < 0x800 ? CharClass.SURROGATE_LOW : whole.applyAsInt(codePoint);
        }));
    }

    private static int characterClass(int codePoint) {
        switch (codePoint) {
            case '#', '＃':
                return CharClass.HASH;
            case '@', '＠':
                return CharClass.AT;
            case '\'', '’', '＇':
                return CharClass.APOSTROPHE;
            case '_':
                return CharClass.UNDERSCORE;
            case '…':
                return CharClass.SENTENCE_END;
            case '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029':
                return CharClass.NEWLINE;
            default:
                break;
        }
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE)) {
            return CharClass.SPACE;
        }
        int category = UCharacter.getType(codePoint);
        // A variation selector or joiner is a mark by category, but belongs to no letter of a word.
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.VARIATION_SELECTOR)) {
            return CharClass.OTHER;
        }
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.S_TERM)) {
            return CharClass.SENTENCE_END;
        }
        return switch (category) {
            case UCharacterCategory.LOWERCASE_LETTER -> CharClass.LETTER_LOWER;
            case UCharacterCategory.UPPERCASE_LETTER, UCharacterCategory.TITLECASE_LETTER -> CharClass.LETTER_UPPER;
            case UCharacterCategory.MODIFIER_LETTER, UCharacterCategory.OTHER_LETTER -> CharClass.LETTER_OTHER;
            case UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK -> CharClass.MARK;
            case UCharacterCategory.DECIMAL_DIGIT_NUMBER -> CharClass.DIGIT;
            case UCharacterCategory.LETTER_NUMBER, UCharacterCategory.OTHER_NUMBER -> CharClass.NUMERAL;
            case UCharacterCategory.DASH_PUNCTUATION,
                    UCharacterCategory.START_PUNCTUATION,
                    UCharacterCategory.END_PUNCTUATION,
                    UCharacterCategory.CONNECTOR_PUNCTUATION,
                    UCharacterCategory.OTHER_PUNCTUATION,
                    UCharacterCategory.INITIAL_PUNCTUATION,
                    UCharacterCategory.FINAL_PUNCTUATION -> CharClass.PUNCT;
            case UCharacterCategory.MATH_SYMBOL,
                    UCharacterCategory.CURRENCY_SYMBOL,
                    UCharacterCategory.MODIFIER_SYMBOL,
                    UCharacterCategory.OTHER_SYMBOL -> CharClass.SYMBOL;
            default -> CharClass.OTHER;
        };
    }

    static byte[] letters() {
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        TreeMap<Integer, Integer> composed = new TreeMap<>();
        // Letters with a case are those of the alphabets; Hangul and Indic compose by other marks.
        for (String base : new UnicodeSet("[[:L:]&[\\u0000-\\uFFFF]]")) {
            for (char mark = '\u0300'; mark <= '\u036F'; mark++) {
                int pair = nfc.composePair(base.charAt(0), mark);
                if (pair >= 0) {
                    composed.put(base.charAt(0) << 16 | mark, pair);
                }
            }
        }
        return bytes(out -> {
            table(out, codePoint -> codePoint > 0xFFFF ? 0 : UCharacter.foldCase(codePoint, true) - codePoint & 0xFFFF);
            ints(out, composed.keySet().stream().mapToInt(i -> i).toArray());
            chars(out, composed.values().stream().mapToInt(i -> i).toArray());
        });
    }

    static byte[] emoji() {
        Trie trie = new Trie();
        int[] labels = new int[trie.nodes.size()];
        int[] children = new int[labels.length + 1];
        int[] flags = new int[labels.length];
        int[] neutral = new int[labels.length];
        int[] ages = new int[labels.length];
        int[] spoken = new int[labels.length];
        Iterator<String> names = names().iterator();
        UnicodeSet textDefault = new UnicodeSet("[[:Emoji:]-[:Emoji_Presentation:]]");
        int next = 1;
        for (Node node : trie.nodes) {
            labels[node.number] = node.label;
            children[node.number] = next;
            next += node.children.size();
            if (node.isEmoji) {
                flags[node.number] |= Emoji.EMOJI;
                neutral[node.number] = trie.neutral(node.sequence).number;
                ages[node.number] = node.sequence
                        .codePoints()
                        .map(c -> UCharacter.getAge(c).getMajor())
                        .max()
                        .orElseThrow();
                spoken[node.number] = names.next().length();
            }
            if (node.sequence.codePointCount(0, node.sequence.length()) == 1 && textDefault.contains(node.label)) {
                flags[node.number] |= Emoji.TEXT_DEFAULT;
                flags[node.number] |= SHOWN_AS_EMOJI.contains(node.label) ? 0 : Emoji.NEEDS_SELECTOR;
            }
        }
        children[labels.length] = next;
        return bytes(out -> {
            ints(out, labels);
            chars(out, children);
            chars(out, flags);
            chars(out, neutral);
            chars(out, ages);
            chars(out, spoken);
        });
    }

    /** The committed names, in the order of {@link #emojiSequences}. */
    private static List<String> names() {
        try {
            return Files.readAllLines(Path.of(
                    System.getProperty("basedir", "."), "src/main/resources/org/govsocial/text/emoji-names.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] graphemes() {
        UnicodeSet consonants = new UnicodeSet("[:InCB=Consonant:]").freeze();
        UnicodeSet linkers = new UnicodeSet("[:InCB=Linker:]").freeze();
        UnicodeSet extending = new UnicodeSet("[:InCB=Extend:]").freeze();
        return bytes(out -> table(out, codePoint -> {
            return switch (UCharacter.getIntPropertyValue(codePoint, UProperty.GRAPHEME_CLUSTER_BREAK)) {
                        case UCharacter.GraphemeClusterBreak.CR -> Graphemes.CR;
                        case UCharacter.GraphemeClusterBreak.LF -> Graphemes.LF;
                        case UCharacter.GraphemeClusterBreak.CONTROL -> Graphemes.CONTROL;
                        case UCharacter.GraphemeClusterBreak.EXTEND -> Graphemes.EXTEND;
                        case UCharacter.GraphemeClusterBreak.ZWJ -> Graphemes.ZWJ;
                        case UCharacter.GraphemeClusterBreak.REGIONAL_INDICATOR -> Graphemes.REGIONAL;
                        case UCharacter.GraphemeClusterBreak.PREPEND -> Graphemes.PREPEND;
                        case UCharacter.GraphemeClusterBreak.SPACING_MARK -> Graphemes.SPACING_MARK;
                        case UCharacter.GraphemeClusterBreak.L -> Graphemes.L;
                        case UCharacter.GraphemeClusterBreak.V -> Graphemes.V;
                        case UCharacter.GraphemeClusterBreak.T -> Graphemes.T;
                        case UCharacter.GraphemeClusterBreak.LV -> Graphemes.LV;
                        case UCharacter.GraphemeClusterBreak.LVT -> Graphemes.LVT;
                        default -> Graphemes.ANY;
                    }
                    | (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                            ? Graphemes.PICTOGRAPH
                            : 0)
                    | (consonants.contains(codePoint) ? Graphemes.CONSONANT : 0)
                    | (linkers.contains(codePoint) ? Graphemes.LINKER : 0)
                    | (extending.contains(codePoint) ? Graphemes.CONJUNCT_EXTEND : 0);
        }));
    }

    static byte[] confusables() {
        TreeMap<Integer, Integer> lookalikes = lookalikes();
        return bytes(out -> {
            ints(out, lookalikes.keySet().stream().mapToInt(i -> i).toArray());
            chars(out, lookalikes.values().stream().mapToInt(i -> i).toArray());
        });
    }

    /** Letters with the skeleton of a Latin letter, if possible of the same case (I and l have the same skeleton). */
    private static TreeMap<Integer, Integer> lookalikes() {
        SpoofChecker checker = new SpoofChecker.Builder().build();
        Map<String, String> upper = new HashMap<>();
        Map<String, String> lower = new HashMap<>();
        for (char c = 'a'; c <= 'z'; c++) {
            lower.putIfAbsent(checker.getSkeleton(String.valueOf(c)), String.valueOf(c));
            String capital = String.valueOf(Character.toUpperCase(c));
            upper.putIfAbsent(checker.getSkeleton(capital), capital);
        }
        TreeMap<Integer, Integer> lookalikes = new TreeMap<>();
        for (String letter : new UnicodeSet("[[:L:]&[[:Cyrl:][:Grek:][:Armn:][:Cher:][:Copt:][:Lisu:]]]")) {
            String skeleton = checker.getSkeleton(letter);
            boolean small = UCharacter.isULowercase(letter.codePointAt(0));
            String latin = (small ? lower : upper).getOrDefault(skeleton, (small ? upper : lower).get(skeleton));
            if (latin != null) {
                lookalikes.put(letter.codePointAt(0), latin.codePointAt(0));
            }
        }
        return lookalikes;
    }

    /** All emoji without their variation selectors, in the order of the names. */
    static List<String> emojiSequences() {
        return new Trie()
                .nodes.stream()
                        .filter(node -> node.isEmoji)
                        .map(node -> node.sequence)
                        .toList();
    }

    static UnicodeSet rgiEmoji() {
        return new UnicodeSet("[:RGI_Emoji:]").freeze();
    }

    private static final class Node {
        final String sequence;
        final int label;
        final TreeMap<Integer, Node> children = new TreeMap<>();
        boolean isEmoji;
        int number;

        Node(String sequence, int label) {
            this.sequence = sequence;
            this.label = label;
        }
    }

    private static final class Trie {
        final Node root = new Node("", 0);
        final List<Node> nodes = new ArrayList<>();

        Trie() {
            for (String emoji : rgiEmoji()) {
                String sequence = emoji.replace(String.valueOf(Emoji.EMOJI_STYLE), "");
                Node node = root;
                for (int codePoint : sequence.codePoints().toArray()) {
                    Node parent = node;
                    node = parent.children.computeIfAbsent(
                            codePoint, label -> new Node(parent.sequence + Character.toString(label), label));
                }
                node.isEmoji = true;
            }
            nodes.add(root);
            for (int i = 0; i < nodes.size(); i++) {
                nodes.get(i).number = i;
                nodes.addAll(nodes.get(i).children.values());
            }
        }

        Node neutral(String sequence) {
            int first = sequence.offsetByCodePoints(0, 1);
            String neutral =
                    sequence.substring(0, first) + sequence.substring(first).replaceAll("[\\x{1F3FB}-\\x{1F3FF}]", "");
            Node node = root;
            for (int codePoint :
                    NEUTRAL.getOrDefault(neutral, neutral).codePoints().toArray()) {
                node = node == null ? null : node.children.get(codePoint);
            }
            if (node == null || !node.isEmoji) {
                throw new IllegalStateException("no emoji without skin tone for " + sequence + ": add it to NEUTRAL");
            }
            return node;
        }
    }

    /** Writes a two-level table: see {@link Table}. */
    private static void table(DataOutputStream out, IntUnaryOperator values) throws IOException {
        Map<String, Integer> known = new HashMap<>();
        StringBuilder blocks = new StringBuilder();
        int[] index = new int[0x110000 >> Table.SHIFT];
        int used = 0;
        for (int i = 0; i < index.length; i++) {
            StringBuilder block = new StringBuilder(Table.BLOCK);
            for (int j = 0; j < Table.BLOCK; j++) {
                block.append((char) values.applyAsInt(i << Table.SHIFT | j));
            }
            String content = block.toString();
            Integer number = known.putIfAbsent(content, known.size());
            if (number == null) {
                number = known.size() - 1;
                blocks.append(content);
            }
            index[i] = number;
            used = content.equals("\0".repeat(Table.BLOCK)) ? used : i + 1;
        }
        chars(out, java.util.Arrays.copyOf(index, used));
        chars(out, blocks.chars().toArray());
    }

    private static void chars(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            if (value != (char) value) {
                throw new IllegalStateException(value + " does not fit 16 bits");
            }
            out.writeChar(value);
        }
    }

    private static void ints(DataOutputStream out, int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
