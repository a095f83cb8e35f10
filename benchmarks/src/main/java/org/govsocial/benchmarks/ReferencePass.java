package org.govsocial.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * The yardstick: one untuned pass that counts words, entities, emoji, marks and phrases, and nothing else. The loop is
 * kept as it was measured, so that ratios can be compared.
 */
final class ReferencePass {
    static final byte[] CLS = new byte[65536];
    static final char[] FOLD = new char[65536];

    static {
        for (int i = 0; i < 65536; i++) {
            char c = (char) i;
            FOLD[i] = Character.toLowerCase(c);
            CLS[i] = (byte)
                    (c == '#' || c == '@'
                            ? 1
                            : Character.isLetterOrDigit(c) || c == '_' || c == '\''
                                    ? 2
                                    : Character.isSurrogate(c) || c >= 0x2600 && c <= 0x27bf
                                            ? 3
                                            : c == '!' || c == '?' ? 4 : 0);
        }
    }

    private final int M = 1 << 14;
    private final String[][] tab = new String[M][];
    private final long[] bloom = new long[1024];

    ReferencePass(List<String> pats) {
        for (var p : pats) {
            int k = 0;
            while (k < p.length() && CLS[p.charAt(k)] == 2) k++;
            int hh = h(p.substring(0, k)), s = (hh ^ hh >>> 14) & (M - 1);
            String[] o = tab[s];
            String[] q = o == null ? new String[1] : Arrays.copyOf(o, o.length + 1);
            q[q.length - 1] = p;
            tab[s] = q;
            bloom[(hh >>> 6) & 1023] |= 1L << hh;
        }
    }

    private static int h(String w) {
        int h = 0;
        for (int i = 0; i < w.length(); i++) h = h * 31 + w.charAt(i);
        return h;
    }

    long pass(String p) {
        int L = p.length(), i = 0;
        int ents = 0, words = 0, em = 0, bang = 0, hits = 0;
        while (i < L) {
            char c = p.charAt(i);
            switch (CLS[c]) {
                case 2 -> {
                    int st = i, hh = 0;
                    char d = c;
                    do {
                        hh = hh * 31 + FOLD[d];
                        i++;
                    } while (i < L && CLS[d = p.charAt(i)] == 2);
                    words++;
                    if ((bloom[(hh >>> 6) & 1023] >>> hh & 1) != 0) {
                        String[] cand = tab[(hh ^ hh >>> 14) & (M - 1)];
                        if (cand != null)
                            for (String q : cand) {
                                int ql = q.length();
                                if (st + ql <= L) {
                                    int k = 0;
                                    while (k < ql && FOLD[p.charAt(st + k)] == q.charAt(k)) k++;
                                    if (k == ql && (st + ql == L || CLS[p.charAt(st + ql)] != 2)) hits++;
                                }
                            }
                    }
                }
                case 1 -> {
                    int j = i + 1;
                    while (j < L && CLS[p.charAt(j)] == 2) j++;
                    if (j > i + 1) {
                        ents++;
                    }
                    i = i + 1;
                }
                case 3 -> {
                    em++;
                    i++;
                }
                case 4 -> {
                    bang++;
                    i++;
                }
                default -> i++;
            }
        }
        return hits * 1000003L + ents + words + em + bang;
    }
}
