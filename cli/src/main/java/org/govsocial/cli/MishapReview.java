package org.govsocial.cli;

import java.io.IOException;
import java.time.OffsetDateTime;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.response.Review;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Looks back on an incident. */
final class MishapReview implements Verb {
    private final MishapDesk desk;

    MishapReview(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "review",
                "Look back: the report after an incident, from its log alone.",
                "Timeline, time to first response and to close, steps late or left out with what the guidance asked, and"
                        + " lessons as actions with owners. The timeline is drawn in HTML; its table stands in every format.",
                "",
                "Examples:",
                "  govsocial mishap review --dir incident --format html --output review.html",
                "");
        MishapDesk.dir(spec);
        return Options.withStandard(PaperOutput.options(GuidanceOptions.add(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        var review = new Review(desk.view(given), OffsetDateTime.now(desk.clock()));
        PaperOutput.write(review.paper(guidance), given, guidance, desk.terminal());
        return Problems.say(guidance.problems(), desk.terminal());
    }
}
