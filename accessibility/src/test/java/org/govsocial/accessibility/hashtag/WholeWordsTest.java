package org.govsocial.accessibility.hashtag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeWordsTest {
    private static final WordTable TABLE = WordTable.load();

    @Test
    void it_says_of_each_word_what_the_table_says() {
        WholeWords words = TABLE.wholeWords();
        assertTrue(compared(words, 0, 0, 0) > 100_000);
    }

    private static int compared(WholeWords words, int node, long key, int length) {
        int compared = 0;
        if (TABLE.isWord(node)) {
            assertEquals(TABLE.answer(node), words.answer(key));
            compared++;
        }
        for (int letter = 0; letter < 26 && length < WholeWords.LONGEST; letter++) {
            int child = TABLE.child(node, letter);
            if (child >= 0) {
                compared += compared(words, child, WholeWords.extend(key, letter), length + 1);
            }
        }
        return compared;
    }

    @Test
    void it_knows_no_other_letters() {
        long seed = 20261123L;
        var random = new Random(seed);
        WholeWords words = TABLE.wholeWords();
        var letters = new byte[WholeWords.LONGEST];
        int unknown = 0;
        for (int i = 0; i < 200_000; i++) {
            int length = 1 + random.nextInt(WholeWords.LONGEST);
            long key = 0;
            for (int at = 0; at < length; at++) {
                letters[at] = (byte) random.nextInt(Folding.DIGIT + 1);
                key = WholeWords.extend(key, letters[at]);
            }
            int node = TABLE.node(letters, length);
            assertEquals(node > 0 ? TABLE.answer(node) : WholeWords.NONE, words.answer(key), () -> "seed " + seed);
            unknown += node > 0 ? 0 : 1;
        }
        assertTrue(unknown > 100_000);
    }
}
