package nz.example.embed;

import java.util.List;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.Finding;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Report;
import org.govsocial.model.TextAlternative;

/** Checks a post before this program publishes it. */
public final class Embed {
    private Embed() {}

    /**
     * Checks one post and prints what was found.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        // Once: immutable, shared by all threads.
        Guidance guidance = Guidance.load(List.of(new Origin.Application()));
        guidance.problems().forEach(System.err::println);

        // Once for each thread.
        Reviewer reviewer = guidance.reviewer(ReviewConfig.DEFAULTS.withPlatforms(List.of(Platform.MASTODON)));

        Post post = Post.of("draft-1", "Kia ora! The #waterrestrictions end on Friday.")
                .withMedia(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.MISSING)));
        Report report = reviewer.review(post);

        System.out.println("running as " + (Embed.class.getModule().isNamed() ? "a module" : "plain classes"));
        System.out.println("outcome " + report.outcome());
        for (Finding finding : report.findings()) {
            String words = guidance.rule(finding.rule())
                    .orElseThrow()
                    .messages()
                    .get(finding.messageKey())
                    .filledWith(finding.args());
            System.out.println(finding.severity() + " " + finding.rule() + ": " + words);
        }
    }
}
