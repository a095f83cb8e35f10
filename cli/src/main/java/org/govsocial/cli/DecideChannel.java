package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.catalogue.Basis;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonException;
import org.govsocial.model.Problem;
import org.govsocial.model.Statement;
import org.govsocial.planning.decision.Answers;
import org.govsocial.planning.decision.ChannelDecision;
import org.govsocial.planning.decision.ChannelPaper;
import org.govsocial.planning.decision.Channels;
import org.govsocial.planning.decision.DecisionJson;
import org.govsocial.planning.decision.Decisions;
import org.govsocial.planning.decision.Question;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Answers whether to open or close one channel. */
final class DecideChannel {
    private static final String CHANNEL = "--channel";
    private static final String CLOSE = "--close";
    private static final String TABLE = "--channel-table";

    private final DecideDesk desk;
    private final Guidance guidance;

    DecideChannel(DecideDesk desk, Guidance guidance) {
        this.desk = desk;
        this.guidance = guidance;
    }

    static void options(CommandSpec spec) {
        spec.addOption(Options.value(CHANNEL, "NAME", "Answer whether to open this channel, such as tiktok."));
        spec.addOption(Options.value(CLOSE, "NAME", "Answer whether to close this channel."));
        spec.addOption(
                Options.value(TABLE, "FILE", "Use your agency's table of channels instead of the one built in."));
    }

    static boolean isAsked(ParseResult given) throws UsageError {
        boolean open = Options.isSet(given, CHANNEL);
        boolean close = Options.isSet(given, CLOSE);
        if (open && close) {
            throw new UsageError(CLOSE, "It cannot go with --channel.", "Ask one after the other.");
        }
        return open || close;
    }

    int run(ParseResult given, String format, Decisions decisions, Answers answers, boolean explain)
            throws UsageError, IOException {
        Channels channels = channels(given, decisions);
        boolean closing = Options.isSet(given, CLOSE);
        String name = String.valueOf(Options.text(given, closing ? CLOSE : CHANNEL));
        if (name.isBlank()) {
            throw new UsageError(closing ? CLOSE : CHANNEL, "No channel is named.", "Write for example tiktok.");
        }
        ChannelDecision decision = closing ? channels.close(name, answers) : channels.open(name, answers);
        if (!format.equals("text") && !format.equals("json")) {
            PaperDesk.write(
                    ChannelPaper.of(decision, decisions.questions(), guidance, explain),
                    PaperDesk.named(format, guidance),
                    given,
                    desk.terminal());
            return Problems.say(guidance.problems(), desk.terminal());
        }
        return desk.put(given, guidance, out -> {
            if (format.equals("json")) {
                DecisionJson.write(decision, guidance, out);
            } else {
                out.write(Terminal.visible(
                                page(decision, decisions.questions(), explain).toString())
                        .getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private Channels channels(ParseResult given, Decisions decisions) throws UsageError {
        @Nullable String file = Options.text(given, TABLE);
        try {
            if (file == null) {
                return Channels.shipped(decisions, guidance);
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return Channels.read(file, in, decisions, guidance);
            }
        } catch (JsonException e) {
            Problem p = e.problem();
            throw new UsageError(p.where(), p.what(), p.advice());
        } catch (InvalidPathException | IOException e) {
            throw new UsageError(TABLE, file + " cannot be read (" + e.getMessage() + ").", "Check the file.");
        }
    }

    private DecideOutline page(ChannelDecision d, List<Question> questions, boolean explain) {
        var out = new DecideOutline(desk.terminal().width());
        var traced = new DecideTraced(questions, guidance, explain, out);
        out.title(d.title() + ": " + d.words());
        out.heading("Reasons");
        d.reasons().forEach(r -> traced.item(r.text(), r.trace()));
        if (!d.conditions().isEmpty()) {
            out.heading("On condition that");
            d.conditions().forEach(r -> traced.item(r.text(), r.trace()));
        }
        out.heading("Options side by side");
        var rows = new ArrayList<List<String>>();
        for (ChannelDecision.Option option : d.options()) {
            rows.add(List.of(
                    option.title(),
                    option.hours().isPresent()
                            ? ChannelPaper.tenths(option.hours().getAsDouble())
                            : "?",
                    option.end().map(LocalDate::toString).orElse("no day set"),
                    option.text()));
        }
        out.table(List.of("OPTION", "HOURS A WEEK", "END", "WHAT IT IS"), rows);
        if (explain) {
            d.options().forEach(option -> traced.item(option.title(), option.trace()));
        }
        out.heading("What binds " + d.title() + " today");
        for (ChannelDecision.Binding binding : d.bindings()) {
            out.item(binding.title());
            for (Statement s : binding.statements()) {
                out.remark(
                        s.id() + ": " + s.text() + " " + Basis.of(s, guidance).words());
            }
            out.remark("Cannot tell: " + binding.silent());
        }
        out.heading("What would change the answer");
        ChannelPaper.changes(d).forEach(out::item);
        out.heading("What this rests on");
        ChannelPaper.counts(d, guidance).forEach(row -> out.item(row.get(1) + " lean on: " + row.get(0) + "."));
        ChannelPaper.basis(d, guidance).forEach(out::item);
        out.heading("Sign-off");
        out.item("Asked for by: ______________________  Date: ____________");
        out.item("Decided by:   ______________________  Date: ____________");
        return out;
    }
}
