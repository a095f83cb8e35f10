package org.govsocial.cli;

import java.io.IOException;
import java.util.List;
import org.govsocial.casestudies.CasePacks;
import org.govsocial.casestudies.ContributionReview;
import org.govsocial.casestudies.ContributionReview.Remark;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.json.PackReader;
import org.govsocial.model.Outcome;
import org.govsocial.model.Pack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Judges a case that somebody wants to share. */
final class CasesCheck implements Verb {
    private static final String OUTPUT = "--output";
    private static final String SEND_TO = "--send-to";
    private static final String SETTING = "GOVSOCIAL_CASES_TO";

    private final Terminal terminal;

    CasesCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "check",
                "Check a case before you share it.",
                "Looks whether it is complete, plainly written (by the rules for posts) and sourced, and for what could"
                        + " tell who a private person is. Where a person has to decide, it says so; only what is"
                        + " missing or wrong fails. Nothing is sent. The mailbox of 2011, online@dia.govt.nz, is history:"
                        + " set your own address with --send-to or the variable " + SETTING + ".",
                "",
                "Examples:",
                "  govsocial cases check our-case.pack.json",
                "  govsocial cases check our-case.pack.json --output ready.pack.json --send-to web@example.govt.nz",
                "");
        spec.addPositional(Options.parameter("FILE", "1", "A pack that holds the case."));
        spec.addOption(Options.value(OUTPUT, "FILE", "When nothing fails, write the pack that is ready to send."));
        spec.addOption(Options.value(SEND_TO, "ADDRESS", "Whom to send it to; only shown."));
        spec.addOption(Options.dataFormat());
        return Options.withStandard(GuidanceOptions.add(spec));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        boolean json = Options.wantsJson(given);
        String file = Options.parameters(given).get(0);
        Guidance guidance = GuidanceOptions.load(given, terminal);
        Pack pack = Cases.read("cases check", file, PackReader::read);
        List<Remark> remarks = new ContributionReview(guidance).review(pack);
        boolean failed = remarks.stream().anyMatch(r -> r.outcome() == Outcome.FAILED);
        int code = failed ? ExitCode.FINDINGS : ExitCode.DONE;
        String output = Options.text(given, OUTPUT);
        if (!failed && output != null) {
            code = Math.max(code, Cases.write(OUTPUT, output, out -> CasePacks.write(pack, out), terminal));
        }
        if (json) {
            json(remarks);
        } else {
            terminal.print(text(file, remarks, failed, output, address(given)));
        }
        return Math.max(code, Problems.say(guidance.problems(), terminal));
    }

    private @Nullable String address(ParseResult given) {
        String typed = Options.text(given, SEND_TO);
        return typed != null ? typed : terminal.environment().get(SETTING);
    }

    private TextPage text(
            String file, List<Remark> remarks, boolean failed, @Nullable String output, @Nullable String address) {
        var page = new TextPage(terminal.width());
        for (Remark remark : remarks) {
            String outcome = switch (remark.outcome()) {
                case FAILED -> "Mend";
                case CANT_TELL -> "Look";
                default -> "Not tested";
            };
            page.hanging("", "  ", outcome + ": " + remark.where() + ": " + remark.what() + " " + remark.advice());
        }
        if (!remarks.isEmpty()) {
            page.blank();
        }
        if (failed) {
            return page.paragraph("", file + " is not ready. Mend what fails, then check again.");
        }
        page.paragraph("", file + " is ready, once you have looked at whatever is said above.");
        String sent = output == null ? file : output;
        return page.paragraph(
                "",
                address == null
                        ? "No address is set. Set one with " + SEND_TO + "; the mailbox of 2011 was online@dia.govt.nz,"
                                + " and may be read by nobody now."
                        : "Send " + sent + " to " + address + ".");
    }

    private void json(List<Remark> remarks) throws IOException {
        JsonOutput out = JsonOutput.indented(terminal.out());
        out.beginObject().name("remarks").beginArray();
        for (Remark remark : remarks) {
            out.beginObject().member("outcome", remark.outcome().name()).member("where", remark.where());
            out.member("what", remark.what()).member("advice", remark.advice()).endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
    }
}
