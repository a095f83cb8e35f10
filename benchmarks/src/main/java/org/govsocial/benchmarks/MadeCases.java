package org.govsocial.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.govsocial.model.CaseStudy;

/** Cases that a seed makes out of the words of real ones, and rarer words as every large library has them. */
final class MadeCases {
    private static final int RARE_WORDS = 50_000;

    private final List<CaseStudy> real;
    private final List<String> words;
    private final Random random;

    MadeCases(List<CaseStudy> real, long seed) {
        this.real = real;
        this.words = real.stream()
                .flatMap(c -> List.of((c.title() + " " + c.purpose() + " " + c.done() + " " + c.result())
                                .replaceAll("[^\\p{L}\\p{Nd} ’-]", " ")
                                .strip()
                                .split("\\s+", -1))
                        .stream())
                .toList();
        this.random = new Random(seed);
    }

    /** Each takes its setting, outcome and lessons from real cases, and words in the measure of theirs. */
    List<CaseStudy> cases(int count) {
        var cases = new ArrayList<CaseStudy>();
        for (int i = 0; i < count; i++) {
            CaseStudy like = pick(real);
            cases.add(CaseStudy.of("MADE-" + i, text(7))
                    .withOrganisation(pick(real).organisation(), pick(real).country())
                    .withDates(pick(real).from(), "")
                    .withSetting(like.setting())
                    .withStory(text(15), text(60), text(40))
                    .withOutcome(like.outcome(), like.figures())
                    .withLessons(like.lessons(), like.cites())
                    .withReadings(like.readings(), like.provenance(), like.confidence()));
        }
        return cases;
    }

    /** What somebody may type: one to four words, one in five of them misspelled. */
    String question() {
        String typed = text(1 + random.nextInt(4));
        if (random.nextInt(5) > 0 || typed.length() < 4) {
            return typed;
        }
        int at = 1 + random.nextInt(typed.length() - 2);
        return typed.substring(0, at) + typed.substring(at + 1);
    }

    private String text(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(random.nextInt(8) > 0 ? pick(words) : "rare" + random.nextInt(RARE_WORDS));
        }
        return text.toString();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
