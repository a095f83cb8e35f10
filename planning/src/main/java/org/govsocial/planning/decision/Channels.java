package org.govsocial.planning.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.govsocial.json.JsonException;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Statement;
import org.govsocial.planning.decision.ChannelDecision.Binding;
import org.govsocial.planning.decision.ChannelDecision.Change;
import org.govsocial.planning.decision.ChannelDecision.Option;
import org.govsocial.planning.decision.ChannelDecision.Reason;
import org.govsocial.planning.decision.ChannelDecision.Verdict;
import org.govsocial.planning.decision.Trace.Given;
import org.govsocial.spi.Catalogue;

/**
 * Answers the question that managers ask: should we open this channel, or close it? The logic is a table beside the
 * decision table, which an agency can replace. Immutable; safe to share between threads.
 */
public final class Channels {
    private static final List<Integer> NUMBERS = List.of(0, 1, 2, 5, 10, 20, 40, 80, 160);
    private static final int MOST_CHANGES = 8;

    private final Decisions decisions;
    private final ChannelTable table;
    private final Map<String, Statement> statements = new HashMap<>();

    private Channels(Decisions decisions, ChannelTable table, Catalogue catalogue) {
        this.decisions = decisions;
        this.table = table;
        for (GuidanceDocument document : catalogue.documents()) {
            for (Statement statement : document.statements()) {
                statements.putIfAbsent(statement.id(), statement);
            }
        }
    }

    /**
     * With the table of this project.
     *
     * @param decisions decides about stages; its table has the questions
     * @param catalogue has the statements
     * @return ready to decide
     * @throws JsonException when the decision table lacks a question that this project's table asks
     */
    public static Channels shipped(Decisions decisions, Catalogue catalogue) throws JsonException {
        String name = "/META-INF/govsocial/channel.table.json";
        try (InputStream bytes = Objects.requireNonNull(Channels.class.getResourceAsStream(name))) {
            return read("channel.table.json", bytes, decisions, catalogue);
        } catch (JsonException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * With an agency's own table.
     *
     * @param where the table's name, for messages
     * @param bytes UTF-8; not closed
     * @param decisions decides about stages; its table has the questions
     * @param catalogue has the statements
     * @return ready to decide
     * @throws JsonException when the table cannot be used: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static Channels read(String where, InputStream bytes, Decisions decisions, Catalogue catalogue)
            throws IOException {
        return new Channels(decisions, ChannelTable.read(where, bytes, decisions.questions(), catalogue), catalogue);
    }

    /**
     * Whether to open a channel.
     *
     * @param channel its name in any capitals; one that the table does not know is judged without facts about it
     * @param answers to the questions of the decision table
     * @return the answer
     * @throws IllegalArgumentException when an answer does not suit its question
     */
    public ChannelDecision open(String channel, Answers answers) {
        return decided(channel, false, answers);
    }

    /**
     * Whether to close a channel.
     *
     * @param channel its name in any capitals; one that the table does not know is judged without facts about it
     * @param answers to the questions of the decision table
     * @return the answer
     * @throws IllegalArgumentException when an answer does not suit its question
     */
    public ChannelDecision close(String channel, Answers answers) {
        return decided(channel, true, answers);
    }

    private ChannelDecision decided(String channel, boolean closing, Answers answers) {
        String id = channel.strip().toLowerCase(Locale.ROOT);
        ChannelTable.Platform platform = table.platform(id.equals("twitter") ? "x" : id)
                .orElse(new ChannelTable.Platform(id, channel.strip(), "", Map.of()));
        var judged = new Judging(platform, closing, answers);
        Verdict verdict = judged.verdict();
        return new ChannelDecision(
                platform.id(),
                platform.title(),
                closing,
                verdict,
                words(verdict, platform, closing, answers),
                judged.reasons(verdict),
                verdict == Verdict.IF ? judged.of(ChannelTable.Weight.CONDITION) : List.of(),
                options(closing, judged),
                bindings(platform),
                changes(platform, closing, answers, verdict),
                judged.decision,
                table.id() + " " + table.version());
    }

    private String words(Verdict verdict, ChannelTable.Platform platform, boolean closing, Answers answers) {
        return switch (verdict) {
            case YES -> closing ? "Close it" : "Open it";
            case IF -> closing ? "Close it if …" : "Open it if …";
            case NOT_NOW -> "Not now";
            case INSTEAD -> "Use " + places(platform, answers) + " instead";
        };
    }

    /** Where people talk but on this kind of tool, as the decision table calls it. */
    private String places(ChannelTable.Platform platform, Answers answers) {
        List<String> others = answers.of("places").stream()
                .filter(p -> !p.equals(platform.tool()) && !p.equals("elsewhere"))
                .toList();
        return others.isEmpty() ? "other ways than social media" : labels(others);
    }

    private String labels(List<String> places) {
        return String.join(
                " or ",
                decisions.questions().stream()
                        .filter(q -> q.id().equals("places"))
                        .flatMap(q -> q.options().stream())
                        .filter(o -> places.contains(o.value()))
                        .map(Question.Option::label)
                        .toList());
    }

    private List<Option> options(boolean closing, Judging judged) {
        var options = new ArrayList<Option>();
        for (ChannelTable.Option option : table.options()) {
            if (closing ? option.closing() : option.opening()) {
                options.add(new Option(
                        option.id(),
                        option.title(),
                        option.text(),
                        hours(option, judged.decision),
                        judged.decision.ending().date(),
                        Trace.of(List.of(
                                new Trace(judged.decision.resourcing().trace().answers(), option.cites()),
                                judged.decision.ending().trace()))));
            }
        }
        return options;
    }

    private static OptionalDouble hours(ChannelTable.Option option, Decision decision) {
        Workload all = decision.resourcing().estimate(option.stage()).orElse(null);
        if (all == null) {
            return OptionalDouble.empty();
        }
        double hours = 0;
        for (String part : option.parts()) {
            hours += switch (part) {
                case "listening" -> all.listening();
                case "posting" -> all.posting();
                case "reading" -> all.reading();
                default -> all.replying();
            };
        }
        return OptionalDouble.of(hours);
    }

    private List<Binding> bindings(ChannelTable.Platform platform) {
        var bindings = new ArrayList<Binding>();
        for (ChannelTable.Topic topic : table.topics()) {
            var ids = new LinkedHashSet<String>(platform.facts().getOrDefault(topic.id(), List.of()));
            ids.addAll(topic.cites());
            var read = new ArrayList<Statement>();
            for (String id : ids) {
                Statement statement = statements.get(id);
                if (statement != null) {
                    read.add(statement);
                }
            }
            bindings.add(new Binding(topic.id(), topic.title(), read, topic.silent()));
        }
        return bindings;
    }

    /** Single answers that would change the verdict: of each question the one nearest to yes, and those first. */
    private List<Change> changes(ChannelTable.Platform platform, boolean closing, Answers answers, Verdict verdict) {
        var changes = new ArrayList<Change>();
        for (Question question : decisions.questions()) {
            Change best = null;
            for (List<String> other : others(question, answers.of(question.id()))) {
                Answers changed = answers.with(question.id(), other.toArray(String[]::new));
                Verdict then = new Judging(platform, closing, changed).verdict();
                if (then != verdict && (best == null || then.compareTo(best.verdict()) < 0)) {
                    best = new Change(
                            question.id(),
                            question.ask(),
                            question.words(answers.of(question.id())),
                            question.words(other),
                            then,
                            words(then, platform, closing, changed));
                }
            }
            if (best != null) {
                changes.add(best);
            }
        }
        changes.sort(Comparator.comparing(Change::verdict));
        return changes.subList(0, Math.min(changes.size(), MOST_CHANGES));
    }

    private static List<List<String>> others(Question question, List<String> now) {
        return switch (question.kind()) {
            case CHOICE, CHOICES ->
                question.options().stream()
                        .map(o -> List.of(o.value()))
                        .filter(o -> !o.equals(now))
                        .toList();
            case NUMBER -> {
                int at = now.isEmpty() ? 0 : Integer.parseInt(now.get(0));
                yield NUMBERS.stream()
                        .sorted(Comparator.comparingInt(n -> Math.abs(n - at)))
                        .map(n -> List.of(Integer.toString(n)))
                        .filter(n -> !n.equals(now))
                        .toList();
            }
            default -> List.of();
        };
    }

    /** One set of answers put to the table. */
    private final class Judging {
        private final ChannelTable.Platform platform;
        private final boolean closing;
        private final Answers answers;
        private final Decision decision;

        Judging(ChannelTable.Platform platform, boolean closing, Answers answers) {
            this.platform = platform;
            this.closing = closing;
            this.answers = answers;
            this.decision = decisions.decide(answers);
        }

        Verdict verdict() {
            boolean conditions = holdsAny(ChannelTable.Weight.CONDITION);
            if (holdsAny(ChannelTable.Weight.BLOCKS)) {
                return Verdict.NOT_NOW;
            }
            if (holdsAny(ChannelTable.Weight.INSTEAD)) {
                return Verdict.INSTEAD;
            }
            if (closing && !holdsAny(ChannelTable.Weight.SUPPORTS)) {
                return Verdict.NOT_NOW;
            }
            return conditions ? Verdict.IF : Verdict.YES;
        }

        private boolean holdsAny(ChannelTable.Weight weight) {
            return table.reasons().stream().anyMatch(r -> r.closing() == closing && r.weight() == weight && holds(r));
        }

        /** The weightiest first; what speaks against the verdict is not left out. */
        List<Reason> reasons(Verdict verdict) {
            var reasons = new ArrayList<Reason>();
            for (ChannelTable.Weight weight : ChannelTable.Weight.values()) {
                if (weight != ChannelTable.Weight.CONDITION || verdict != Verdict.IF) {
                    reasons.addAll(of(weight));
                }
            }
            if (reasons.isEmpty()) {
                reasons.add(new Reason(
                        "stage", "The answers carry “" + decision.stage().words() + "”.", decision.trace()));
            }
            return reasons.subList(0, Math.min(reasons.size(), ChannelDecision.MOST_REASONS));
        }

        List<Reason> of(ChannelTable.Weight weight) {
            var found = new ArrayList<Reason>();
            for (ChannelTable.Reason reason : table.reasons()) {
                if (reason.closing() == closing && reason.weight() == weight && holds(reason)) {
                    found.add(new Reason(reason.id(), filled(reason.text()), trace(reason)));
                }
            }
            return found;
        }

        private String filled(String text) {
            return text.replace("{channel}", platform.title())
                    .replace(
                            "{tool}",
                            platform.tool().isEmpty() ? "channels like this" : labels(List.of(platform.tool())))
                    .replace("{places}", places(platform, answers))
                    .replace("{stage}", decision.stage().words());
        }

        private boolean holds(ChannelTable.Reason reason) {
            return reason.when().stream().allMatch(this::holds);
        }

        private boolean holds(ChannelTable.Case one) {
            if (one instanceof ChannelTable.StageBelow below) {
                return decision.stage().compareTo(below.stage()) < 0;
            }
            if (one instanceof ChannelTable.StageAtLeast least) {
                return decision.stage().compareTo(least.stage()) >= 0;
            }
            if (one instanceof ChannelTable.Audience audience) {
                return where().equals(audience.where());
            }
            if (one instanceof ChannelTable.Below below) {
                return rank(below.question()) < below.question().rank(List.of(below.value()));
            }
            if (one instanceof ChannelTable.AtLeast least) {
                return rank(least.question()) >= least.question().rank(List.of(least.value()));
            }
            return one instanceof ChannelTable.Answered answered
                    && answers.of(answered.question().id()).isEmpty() != answered.given();
        }

        private int rank(Question question) {
            return question.rank(answers.of(question.id()));
        }

        private String where() {
            List<String> places = answers.of("places");
            if (platform.tool().isEmpty() || places.isEmpty()) {
                return "unknown";
            }
            return places.contains(platform.tool()) ? "there" : "elsewhere";
        }

        private Trace trace(ChannelTable.Reason reason) {
            var behind = new ArrayList<Given>();
            for (ChannelTable.Case one : reason.when()) {
                if (one instanceof ChannelTable.StageBelow || one instanceof ChannelTable.StageAtLeast) {
                    behind.addAll(decision.trace().answers());
                } else if (one instanceof ChannelTable.Audience) {
                    behind.add(given("places"));
                } else if (one instanceof ChannelTable.Below below) {
                    behind.add(given(below.question().id()));
                } else if (one instanceof ChannelTable.AtLeast least) {
                    behind.add(given(least.question().id()));
                } else if (one instanceof ChannelTable.Answered answered) {
                    behind.add(given(answered.question().id()));
                }
            }
            List<Citation> cites = reason.cites();
            return new Trace(behind, cites);
        }

        private Given given(String question) {
            return new Given(question, answers.of(question));
        }
    }
}
