package org.govsocial.accessibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Agency;
import org.govsocial.model.Glossary;
import org.govsocial.model.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Short forms that an agency explains in its workspace. */
class GlossaryTest {
    private static final Guidance GUIDANCE = Guidance.of(List.of(new Accessibility()));
    private final Reviewer plain = GUIDANCE.reviewer(ReviewConfig.DEFAULTS);
    private final Reviewer knowing =
            GUIDANCE.reviewer(ReviewConfig.DEFAULTS.withAgency(Agency.UNKNOWN.withGlossary(new Glossary(
                    Map.of("NZTA", "Transport Agency", "RDX", "Regional Data Exchange", "KoE", "Keepers of Eels")))));

    private static String found(Reviewer reviewer, String text) {
        return reviewer.review(Post.of("p", text)).findings().stream()
                .map(f -> f.rule().name() + "/" + f.messageKey())
                .filter(f -> f.startsWith("acronym") || f.startsWith("hashtag"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void a_short_form_of_the_agency_is_not_unexplained() {
        assertEquals("acronym-unexplained/unexplained", found(plain, "The RDX opens on Monday"));
        assertEquals("", found(knowing, "The RDX opens on Monday"));
        assertEquals("acronym-unexplained/agency", found(plain, "Ask NZTA about it"));
        assertEquals("", found(knowing, "Ask NZTA about it"));
        assertTrue(found(knowing, "The RDY opens on Monday").contains("unexplained"), "another one still is");
    }

    @ParameterizedTest
    @CsvSource({
        "#NZTAupdates, #NZTAUpdates, hashtag-partial-case/partly",
        "#RDXupdates, #RDXUpdates, hashtag-partial-case/partly",
        "#RDXroadclosures, #RDXRoadClosures, hashtag-partial-case/partly",
        "#updatesRDX, #UpdatesRDX, hashtag-partial-case/partly",
        "#rdx, #RDX, hashtag-acronym-case/small",
        "#koe2026, #KoE2026, hashtag-acronym-case/small",
        "#KoEnews, #KoENews, hashtag-partial-case/partly"
    })
    void hashtags_keep_it_as_the_agency_writes_it(String tag, String mended, String finding) {
        Post post = Post.of("p", "Roads are open " + tag);
        assertEquals(finding, found(knowing, post.text()));
        assertEquals("Roads are open " + mended, knowing.fixed(post).text());
        assertEquals("", found(knowing, knowing.fixed(post).text()));
    }

    @ParameterizedTest
    @CsvSource({"#rdxupdates, hashtag-camel-case/maybe-lower-case", "#RDXUPDATES, hashtag-all-caps/maybe-capitals"})
    void a_person_decides_where_the_tag_does_not_show_it(String tag, String finding) {
        assertEquals(finding, found(knowing, "Roads are open " + tag));
        assertEquals(
                "#RDXUpdates",
                knowing.review(Post.of("p", "Roads are open " + tag))
                        .findings()
                        .get(0)
                        .args()
                        .get("better"));
    }

    @ParameterizedTest
    @CsvSource({"#RDXUpdates", "#RDX", "#OpenRDX", "#RDX2026", "#StateOfEmergency", "#Toy"})
    void tags_that_are_right_stay_as_they_are(String tag) {
        assertEquals("", found(knowing, "Roads are open " + tag));
    }
}
