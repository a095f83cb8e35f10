package org.govsocial.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.govsocial.casestudies.CasePacks;
import org.govsocial.engine.Guidance;
import org.govsocial.mishap.response.Review;
import org.govsocial.model.Pack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Looks back on an incident. */
final class MishapReview implements Verb {
    private static final String CASE = "--case";

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
                "  govsocial mishap review --dir incident --case our-case.pack.json --organisation 'Example Agency'",
                "");
        spec.addOption(Options.value(CASE, "FILE", "Write a draft of a case study, for \"govsocial cases check\"."));
        spec.addOption(Options.value("--organisation", "NAME", "Whose case it is."));
        MishapDesk.dir(spec);
        return Options.withStandard(PaperOutput.options(GuidanceOptions.add(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        Guidance guidance = GuidanceOptions.load(given, desk.terminal());
        var review = new Review(desk.view(given), OffsetDateTime.now(desk.clock()));
        String file = Options.text(given, CASE);
        if (file != null) {
            String whose = Options.text(given, "--organisation");
            Pack draft = review.draftCase(whose == null ? "" : whose, guidance, LocalDate.now(desk.clock()));
            draft(draft, file);
            return Problems.say(guidance.problems(), desk.terminal());
        }
        PaperOutput.write(review.paper(guidance), given, guidance, desk.terminal());
        return Problems.say(guidance.problems(), desk.terminal());
    }

    private void draft(Pack draft, String file) throws UsageError, IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            CasePacks.write(draft, bytes);
        } catch (NoClassDefFoundError e) {
            throw new UsageError(
                    CASE, "The document \"case-studies\" is not installed.", "Put its jar back into lib/.");
        }
        PaperOutput.file(TypedPath.of(CASE, file), bytes.toByteArray());
        desk.terminal()
                .print(new TextPage(desk.terminal().width())
                        .line("Draft written to " + file + ". Names of people are left out.")
                        .line("What it lacks: govsocial cases check " + file));
    }
}
