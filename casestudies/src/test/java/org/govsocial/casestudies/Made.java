package org.govsocial.casestudies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.govsocial.model.Platform;
import org.govsocial.model.Provenance;

/** Cases that a seed makes, as varied as real ones. */
final class Made {
    private static final List<String> WORDS = List.of(
            "measles",
            "flood",
            "council",
            "library",
            "teenagers",
            "police",
            "consultation",
            "video",
            "earthquake",
            "moderation",
            "Māori",
            "submission",
            "harbour",
            "forest",
            "licence",
            "election",
            "privacy",
            "rebuild",
            "campaign",
            "museum",
            "recruitment",
            "weather",
            "transport",
            "hospital",
            "school",
            "apology",
            "photograph",
            "archive",
            "census",
            "whānau");
    private static final List<String> TOOLS = List.of("social-network", "media-sharing", "blog", "wiki", "forum");
    private static final List<String> CONTEXTS =
            List.of("communications", "community-engagement", "policy-consultation");

    private Made() {}

    static List<CaseStudy> cases(int count, long seed) {
        var random = new Random(seed);
        var cases = new ArrayList<CaseStudy>();
        for (int i = 0; i < count; i++) {
            cases.add(one(i, random));
        }
        return cases;
    }

    private static CaseStudy one(int number, Random random) {
        return CaseStudy.of("MADE-" + number, sentence(5, random))
                .withOrganisation("Agency " + random.nextInt(300), random.nextInt(5) == 0 ? "au" : "nz")
                .withDates(Integer.toString(2007 + random.nextInt(19)), "")
                .withSetting(new CaseStudy.Setting(
                        List.of(pick(TOOLS, random)),
                        List.of(pick(Platform.KNOWN, random)),
                        List.of(pick(CONTEXTS, random)),
                        List.of("active"),
                        List.of(sentence(2, random)),
                        List.of()))
                .withStory(sentence(12, random), sentence(60, random), sentence(40, random))
                .withOutcome(
                        pick(List.of(CaseStudy.Ending.values()), random),
                        List.of(new CaseStudy.Figure(
                                sentence(3, random),
                                CaseStudy.Bound.EXACT,
                                BigDecimal.valueOf(random.nextInt(100_000)),
                                "",
                                "S")))
                .withLessons(
                        List.of(new CaseStudy.Lesson(sentence(10, random), List.of())),
                        List.of(new Citation("case-studies", "CS-PAGE")))
                .withReadings(
                        List.of(new CaseStudy.Reading("S", "", LocalDate.of(2026, 11, 22))),
                        Provenance.PROJECT,
                        CaseStudy.Confidence.LOW);
    }

    /** Words of the list, and rarer ones in between as texts have them. */
    static String sentence(int words, Random random) {
        var sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ")
                    .append(random.nextInt(3) > 0 ? pick(WORDS, random) : "word" + random.nextInt(20_000));
        }
        return sentence.append('.').toString();
    }

    private static <T> T pick(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
