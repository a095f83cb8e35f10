package org.govsocial.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagException;
import org.govsocial.bags.BagInfo;
import org.govsocial.bags.Payload;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.record.Content;
import org.govsocial.mishap.record.Entry;
import org.govsocial.mishap.record.IncidentLog;
import org.govsocial.mishap.record.LogException;
import org.govsocial.mishap.response.IncidentPages;
import org.govsocial.mishap.response.IncidentView;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Writes the record for people, programs and archives. */
final class MishapExport implements Verb {
    private static final List<String> FORMATS = List.of("json", "md", "html", "docx", "bagit");

    private final MishapDesk desk;

    MishapExport(MishapDesk desk) {
        this.desk = desk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.verb(
                "export",
                "Write the record as JSON, Markdown, HTML or a Word document, or pack it as a bag for the archive.",
                "The log itself stays the record. A bag (BagIt, RFC 8493) holds the log, its attachments and checkpoints,"
                        + " readings of it, and the verifier that needs only a JDK.",
                "",
                "Examples:",
                "  govsocial mishap export --dir incident --format html --output record.html",
                "  govsocial mishap export --dir incident --format bagit --output incident-bag",
                "");
        MishapDesk.dir(spec);
        spec.addOption(Options.value("--format", "NAME", "json (the default), md, html, docx or bagit."));
        return Options.withStandard(MishapDesk.output(GuidanceOptions.add(spec)));
    }

    @Override
    public int run(ParseResult given) throws UsageError, IOException {
        String format = MishapDesk.format(given, "json", FORMATS);
        IncidentView view = desk.view(given);
        switch (format) {
            case "json" -> desk.write(json(view), given);
            case "bagit" -> bag(view, given);
            default -> {
                Guidance guidance = GuidanceOptions.load(given, desk.terminal());
                PaperOutput.write(IncidentPages.record(view), format, given, guidance, desk.terminal());
                return Problems.say(guidance.problems(), desk.terminal());
            }
        }
        return ExitCode.DONE;
    }

    private void bag(IncidentView view, ParseResult given) throws UsageError, IOException {
        String output = Options.text(given, "--output");
        if (output == null) {
            throw new UsageError("--output", "There is no folder for the bag.", "Give --output DIR.");
        }
        Path folder = desk.folder(given);
        BagInfo info = BagInfo.NONE
                .with("Bagging-Date", LocalDate.now(desk.clock()).toString())
                .with(
                        "External-Identifier",
                        folder.toAbsolutePath().getFileName().toString())
                .with("External-Description", view.title())
                .with("Bag-Software-Agent", "govsocial");
        try (IncidentLog log = IncidentLog.open(folder, desk.settings())) {
            Bag.Made made =
                    log.bag(TypedPath.of("--output", output), info, List.of(Payload.text("record.json", json(view))));
            desk.terminal()
                    .print(new TextPage(desk.terminal().width())
                            .line("Packed " + made.files() + " files, " + made.octets() + " bytes, into " + made.bag()
                                    + ".")
                            .line("Seal: " + made.seal())
                            .line("Keep the seal elsewhere: with it, the bag can be shown to be this one."));
        } catch (LogException | BagException e) {
            throw MishapDesk.wrong(folder, e);
        }
    }

    private static String json(IncidentView view) throws IOException {
        var text = new StringWriter();
        JsonOutput out = JsonOutput.indented(text);
        out.beginObject().member("title", view.title()).name("entries").beginArray();
        for (Entry entry : view.entries()) {
            out.beginObject()
                    .member("number", entry.number())
                    .member("time", entry.time().toString())
                    .member("zone", entry.zone().getId())
                    .member("kind", entry.kind())
                    .member("state", entry.state().name().toLowerCase(Locale.ROOT))
                    .member("fingerprint", entry.fingerprint().hex());
            Content content = entry.content();
            if (content != null) {
                out.member("who", content.who())
                        .member("at", content.at() == null ? null : content.at().toString())
                        .member("text", content.text())
                        .name("fields")
                        .beginObject();
                for (var field : content.fields().entrySet()) {
                    out.member(field.getKey(), field.getValue());
                }
                out.endObject();
            }
            out.endObject();
        }
        out.endArray().endObject().endLine();
        out.flush();
        return text.toString();
    }
}
