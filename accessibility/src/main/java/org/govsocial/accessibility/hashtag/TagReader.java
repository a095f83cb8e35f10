package org.govsocial.accessibility.hashtag;

import java.util.ArrayList;
import java.util.List;

/** Reads one hashtag after another. Reuses its arrays, so it belongs to one thread. */
final class TagReader {

    // Thresholds in units of the table. Tuned on one half of a published set of hashtags and on the hashtags of real
    // posts; see src/words/README.md.
    private static final int CLEAR_MARGIN = 36;
    static final int CLEAR_TWO_WORDS = 150;
    static final int CLEAR_UNPAIRED = 120;
    static final int CLEAR_PAIRED = 70;
    static final int CLEAR_LISTED = 24;
    static final int CLEAR_SMALL_WORD = 40;
    static final int LIKELY = 60;
    static final int LIKELY_WITH_UNKNOWN = 110;
    private static final int CLOSE = 24;

    /** What a word like "the" costs at most. */
    private static final int VERY_COMMON = 80;

    /** The shortest piece of a cased tag that can be two words. */
    static final int SHORTEST_PIECE = 5;

    private static final int CAPITAL = 100;
    private static final int SMALL = 101;

    /** Stands for the node of a word that keeps its writing. */
    private static final int AS_IS = -2;

    private static final String[] SMALL_WORDS = {
        "of", "the", "and", "to", "for", "in", "on", "at", "by", "with", "from", "is", "or", "vs", "ki", "te", "o",
        "nga", "me"
    };

    private final WordTable table;
    private final Run run;
    private final Segmenter segmenter;
    private final FirstLook firstLook;
    private final int[] smallWords = new int[SMALL_WORDS.length];
    private final int[] offsets = new int[Run.LONGEST + 1];
    private final Cuts best = new Cuts();
    private final Cuts second = new Cuts();

    private CharSequence text = "";
    private boolean wordsWanted;
    private boolean capitals;
    private boolean secondDiffers;
    private boolean coarse;
    private int margin;

    TagReader(WordTable table) {
        this.table = table;
        this.run = new Run(table);
        this.segmenter = new Segmenter(table, run);
        for (int i = 0; i < SMALL_WORDS.length; i++) {
            fold(SMALL_WORDS[i], 0, SMALL_WORDS[i].length());
            smallWords[i] = run.wholeNode();
        }
        firstLook = new FirstLook(table, run, smallWords);
    }

    /** Words of a split: where each starts and ends in the text, and its node in the table. */
    private static final class Cuts {
        final int[] start = new int[Run.LONGEST];
        final int[] end = new int[Run.LONGEST];
        final int[] node = new int[Run.LONGEST];
        int size;

        void add(int from, int to, int word) {
            start[size] = from;
            end[size] = to;
            node[size++] = word;
        }

        /** Turns round the words from {@code first} on, which were found from the end. */
        void turn(int first) {
            for (int i = first, j = size - 1; i < j; i++, j--) {
                swap(start, i, j);
                swap(end, i, j);
                swap(node, i, j);
            }
        }

        private static void swap(int[] values, int i, int j) {
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** What {@link #verdict} says where that is CLEAR or LIKELY; UNCLEAR where it says another thing. */
    Verdict division(String tag, int start, int end) {
        FirstLook.Sight sight = firstLook.at(tag, start, end);
        if (sight == FirstLook.Sight.RUN || sight == FirstLook.Sight.PIECES) {
            Verdict verdict = sight == FirstLook.Sight.RUN ? segmented() : verdict(tag, start, end);
            return verdict == Verdict.CLEAR || verdict == Verdict.LIKELY ? verdict : Verdict.UNCLEAR;
        }
        return sight == FirstLook.Sight.CLEAR
                ? Verdict.CLEAR
                : sight == FirstLook.Sight.LIKELY ? Verdict.LIKELY : Verdict.UNCLEAR;
    }

    Reading read(CharSequence tag) {
        Verdict verdict = judge(tag, 0, tag.length(), true);
        Split offer = secondDiffers ? split(second) : null;
        double lead = secondDiffers ? (double) margin / WordTable.UNIT : Double.POSITIVE_INFINITY;
        Reading reading = new Reading(verdict, split(best), offer, lead);
        text = "";
        return reading;
    }

    /** What {@link #read} says, without the words: what is known of a whole word beforehand is not found again. */
    Verdict verdict(CharSequence tag, int start, int end) {
        Verdict verdict = judge(tag, start, end, false);
        text = "";
        return verdict;
    }

    /** What the best reading of a word in small letters says, found anew; for what the table holds of it. */
    int reckonedFlags(CharSequence word) {
        text = word;
        fold(word, 0, word.length());
        segmenter.segment();
        return WordTable.verdictFlags(judge()) | (endsInSmallWord() ? WordTable.FLAG_SMALL_LAST : 0);
    }

    private Verdict judge(CharSequence from, int start, int end, boolean withWords) {
        text = from;
        wordsWanted = withWords;
        best.size = 0;
        second.size = 0;
        secondDiffers = false;
        margin = Integer.MAX_VALUE;
        capitals = false;
        boolean small = false;
        boolean low = false;
        boolean readable = end > start && end - start <= Run.LONGEST;
        for (int i = start; readable && i < end; i++) {
            char c = from.charAt(i);
            int letter = Folding.of(c);
            readable = letter != Folding.OTHER && (i > start || letter != Folding.MARK);
            low |= letter == Folding.JOIN;
            if (letter < Folding.DIGIT) {
                boolean capital = isCapital(c);
                capitals |= capital;
                small |= !capital;
            }
        }
        if (!readable) {
            if (end > start) {
                best.add(start, end, AS_IS);
            }
            return Verdict.UNCLEAR;
        }
        if (low || capitals && small) {
            capitals = false;
            return cased(start, end);
        }
        return run(start, end);
    }

    static boolean isCapital(char c) {
        return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
    }

    private void fold(CharSequence from, int start, int end) {
        run.begin();
        for (int i = start; i < end; i++) {
            int letter = Folding.of(from.charAt(i));
            if (letter != Folding.MARK) {
                offsets[run.length()] = i;
                run.put(letter);
            }
        }
        offsets[run.length()] = end;
    }

    /** Reads a tag that capitals or low lines divide: each piece between them may still be several words. */
    private Verdict cased(int start, int end) {
        fold(text, start, end);
        int whole = run.wholeNode();
        String spelling = whole > 0 ? table.spelling(whole) : null;
        if (spelling != null && stands(spelling, start, end)) {
            keep(start, end);
            return Verdict.ONE_WORD;
        }
        boolean clear = false;
        boolean likely = false;
        for (int from = start; from < end; ) {
            int to = pieceEnd(from, end);
            if (to - from < SHORTEST_PIECE
                    || isCapital(text.charAt(to - 1))
                    || Folding.of(text.charAt(from)) >= Folding.DIGIT) {
                keep(from, to);
            } else {
                Verdict verdict = piece(from, to, to < end, from > start || isCapital(text.charAt(from)));
                clear |= verdict == Verdict.CLEAR;
                likely |= verdict == Verdict.LIKELY;
            }
            from = to;
        }
        if (likely) {
            return Verdict.LIKELY;
        }
        if (clear) {
            return Verdict.CLEAR;
        }
        return best.size > 1 ? Verdict.CASED : Verdict.ONE_WORD;
    }

    private boolean stands(String word, int start, int end) {
        boolean same = word.length() == end - start;
        for (int i = 0; same && i < word.length(); i++) {
            same = word.charAt(i) == text.charAt(start + i);
        }
        return same;
    }

    /** Reads a piece of a cased tag. Who wrote capitals meant each to start a word, so one word needs less to be believed. */
    private Verdict piece(int start, int end, boolean wordFollows, boolean named) {
        fold(text, start, end);
        int whole = run.wholeNode();
        Verdict verdict = whole > 0 ? table.verdict(whole) : segmented();
        if (wordFollows
                && verdict != Verdict.ONE_WORD
                && (whole > 0 ? WordTable.has(table.facts(whole), WordTable.FLAG_SMALL_LAST) : endsInSmallWord())) {
            verdict = Verdict.CLEAR;
        }
        if (verdict == Verdict.CLEAR || verdict == Verdict.LIKELY && !named) {
            if (wordsWanted) {
                if (whole > 0) {
                    segmented();
                }
                append();
            }
            return verdict;
        }
        keep(start, end);
        return Verdict.ONE_WORD;
    }

    private Verdict segmented() {
        segmenter.segment();
        return judge();
    }

    /** {@return whether the best reading is a word and one like "of", as writers leave it before the next capital} */
    private boolean endsInSmallWord() {
        int last = segmenter.last(0);
        int prior = segmenter.previous(last);
        if (prior < 0 || segmenter.previous(prior) >= 0 || segmenter.node(prior) <= 0 || segmenter.margin() < CLOSE) {
            return false;
        }
        for (int small : smallWords) {
            if (segmenter.node(last) == small) {
                return segmenter.costOfJoining(last) >= CLEAR_SMALL_WORD;
            }
        }
        return false;
    }

    /** {@return where the piece that starts at {@code from} ends: a run of capitals, a capitalised word, digits or low lines} */
    private int pieceEnd(int from, int end) {
        int first = kind(from);
        int i = from + 1;
        while (i < end && kind(i) == first) {
            i++;
        }
        if (first != CAPITAL || i == end || kind(i) != SMALL) {
            return i;
        }
        int small = i;
        while (i < end && kind(i) == SMALL) {
            i++;
        }
        boolean plural = i == small + 1 && text.charAt(small) == 's';
        if (small == from + 1 || plural) {
            return i;
        }
        // "NSWFires" is NSW and Fires, "NSWfires" is NSW and fires.
        return cost(small - 1, i) <= cost(small, i) ? small - 1 : small;
    }

    /** {@return what the best reading of a piece costs} */
    private int cost(int start, int end) {
        fold(text, start, end);
        segmenter.segment();
        return segmenter.cost();
    }

    private int kind(int index) {
        char c = text.charAt(index);
        int letter = Folding.of(c);
        if (letter == Folding.MARK) {
            return kind(index - 1);
        }
        if (letter == Folding.DIGIT || letter == Folding.JOIN) {
            return letter;
        }
        return isCapital(c) ? CAPITAL : SMALL;
    }

    /** Reads a tag that nothing divides. */
    private Verdict run(int start, int end) {
        fold(text, start, end);
        int whole = wordsWanted ? 0 : run.wholeNode();
        if (whole > 0) {
            return table.verdict(whole);
        }
        Verdict verdict = segmented();
        if (!wordsWanted) {
            return verdict;
        }
        if (capitals && segmenter.previous(segmenter.last(0)) < 0) {
            keep(start, end);
        } else {
            append();
        }
        return verdict;
    }

    private void keep(int start, int end) {
        best.add(start, end, AS_IS);
        second.add(start, end, AS_IS);
    }

    /** Adds the best reading of a piece, and to the second split the second reading of the first piece that has one. */
    private void append() {
        add(best, 0);
        if (secondDiffers) {
            add(second, 0);
        } else if (coarse) {
            secondDiffers = true;
            margin = 0;
            int from = second.size;
            for (int place = run.length(); place > 0; place = segmenter.coarseStart(place)) {
                int start = segmenter.coarseStart(place);
                second.add(offsets[start], offsets[place], run.wordAt(start, place));
            }
            second.turn(from);
        } else if (segmenter.count() > 1) {
            secondDiffers = true;
            margin = segmenter.margin();
            add(second, 1);
        } else {
            add(second, 0);
        }
    }

    private void add(Cuts cuts, int rank) {
        int first = cuts.size;
        for (int piece = segmenter.last(rank); piece >= 0; piece = segmenter.previous(piece)) {
            cuts.add(offsets[segmenter.start(piece)], offsets[segmenter.end(piece)], segmenter.node(piece));
        }
        cuts.turn(first);
    }

    private Split split(Cuts cuts) {
        List<Word> words = new ArrayList<>(cuts.size);
        for (int i = 0; i < cuts.size; i++) {
            words.add(new Word(cuts.start[i], cuts.end[i], written(cuts.start[i], cuts.end[i], cuts.node[i])));
        }
        return new Split(words);
    }

    private String written(int start, int end, int node) {
        String word = text.subSequence(start, end).toString();
        if (node == AS_IS) {
            return word;
        }
        String spelling = node > 0 ? table.spelling(node) : null;
        if (spelling != null && spelling.equalsIgnoreCase(word)) {
            return spelling;
        }
        StringBuilder written = new StringBuilder(word);
        written.setCharAt(0, Character.toTitleCase(word.charAt(0)));
        for (int i = 1; capitals && i < word.length(); i++) {
            written.setCharAt(i, Character.toLowerCase(word.charAt(i)));
        }
        return written.toString();
    }

    /** Judges the reading that the segmenter holds. */
    private Verdict judge() {
        coarse = false;
        int words = 0;
        int unknown = 0;
        int paired = Integer.MAX_VALUE;
        int unpaired = Integer.MAX_VALUE;
        boolean doubt = false;
        boolean allListed = true;
        for (int piece = segmenter.last(0); piece >= 0; piece = segmenter.previous(piece)) {
            int node = segmenter.node(piece);
            if (node < 0) {
                doubt |= !isPlainNumber(piece);
                continue;
            }
            words++;
            unknown += node == 0 ? 1 : 0;
            int prior = segmenter.previous(piece);
            if (prior < 0 || segmenter.node(prior) < 0) {
                continue;
            }
            int join = segmenter.costOfJoining(piece);
            doubt |= run.wordAt(segmenter.start(prior), segmenter.end(piece)) != 0;
            allListed &= segmenter.paired(piece) && segmenter.listed(piece);
            if (segmenter.paired(piece)) {
                paired = Math.min(paired, segmenter.listed(piece) ? join + CLEAR_PAIRED - CLEAR_LISTED : join);
            } else {
                unpaired = Math.min(unpaired, join);
                doubt |= length(piece) < 3
                        || length(prior) < 3
                        || WordTable.has(table.facts(segmenter.node(prior)), WordTable.FLAG_COMBINING);
            }
        }
        int lead = segmenter.margin();
        if (words < 2) {
            if (unknown == 0) {
                coarse = words == 1 && segmenter.coarseReading() == 2 && isPhrase();
                return coarse ? Verdict.UNCLEAR : Verdict.ONE_WORD;
            }
            return lead < CLOSE ? Verdict.UNCLEAR : Verdict.ONE_WORD;
        }
        if (unknown > 0) {
            return unknown == 1 && segmenter.costOfWhole() >= LIKELY_WITH_UNKNOWN ? Verdict.LIKELY : Verdict.UNCLEAR;
        }
        // Two short words are as often one name ("redshirts"), even where they often meet in sentences.
        boolean twoWords = words == 2 && !allListed;
        boolean apart = unpaired >= (twoWords ? CLEAR_TWO_WORDS : CLEAR_UNPAIRED)
                && paired >= (twoWords ? CLEAR_TWO_WORDS : CLEAR_PAIRED);
        if (!doubt && apart && lead >= (allListed ? CLOSE : CLEAR_MARGIN)) {
            coarse = segmenter.coarseReading() > 0;
            return coarse ? Verdict.LIKELY : Verdict.CLEAR;
        }
        coarse = segmenter.coarseReading() > 0;
        return Math.min(paired, unpaired) >= LIKELY ? Verdict.LIKELY : Verdict.UNCLEAR;
    }

    /** {@return whether the two words of the coarse reading could well follow one another: "the" and another, or a known pair} */
    private boolean isPhrase() {
        int end = run.length();
        int middle = segmenter.coarseStart(end);
        int first = table.facts(run.wordAt(0, middle));
        if (WordTable.cost(first) <= VERY_COMMON) {
            return true;
        }
        int left = WordTable.pairId(first);
        int right = WordTable.pairId(table.facts(run.wordAt(middle, end)));
        return left != 0 && right != 0 && table.gain(left, right) > 0;
    }

    private int length(int piece) {
        return segmenter.end(piece) - segmenter.start(piece);
    }

    /** A year at the end, or a number of two digits or more at the start: neither stands for letters. */
    private boolean isPlainNumber(int piece) {
        if (!run.isDigit(segmenter.start(piece))) {
            return false;
        }
        boolean atStart = segmenter.start(piece) == 0;
        boolean atEnd = piece == segmenter.last(0);
        return atStart && length(piece) > 1 || atEnd && length(piece) == 4;
    }
}
