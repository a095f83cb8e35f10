package org.govsocial.casestudies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.engine.Reviewer;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Finding;
import org.govsocial.model.Outcome;
import org.govsocial.model.Pack;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;

/**
 * Judges cases that somebody wants to share: whether they are complete, plainly written (by the same rules as posts),
 * sourced, and free of private persons' details. Used by one thread.
 */
public final class ContributionReview {
    /** The rules on posts that make sense for the words of a case. */
    private static final Set<RuleId> PLAIN = Set.of(
            RuleId.of("accessibility/sentence-too-long"),
            RuleId.of("accessibility/reading-level"),
            RuleId.of("accessibility/acronym-unexplained"),
            RuleId.of("accessibility/plain-word"),
            RuleId.of("accessibility/people-words"),
            RuleId.of("accessibility/place-name-official"),
            RuleId.of("accessibility/maori-word-division"),
            RuleId.of("accessibility/text-all-caps"),
            RuleId.of("accessibility/text-fancy-unicode"),
            RuleId.of("accessibility/text-confusable-letters"),
            RuleId.of("accessibility/text-invisible-characters"),
            RuleId.of("accessibility/maori-macron-missing"),
            RuleId.of("accessibility/maori-vowel-encoding"));

    private final Guidance guidance;
    private final Reviewer reviewer;
    private final boolean judgesLanguage;

    /**
     * A review by the rules that are loaded.
     *
     * @param guidance with the rules on plain language, if they are installed
     */
    public ContributionReview(Guidance guidance) {
        this.guidance = guidance;
        reviewer = guidance.reviewer(ReviewConfig.DEFAULTS.withOnly(PLAIN));
        judgesLanguage = PLAIN.stream().anyMatch(id -> guidance.rule(id).isPresent());
    }

    /**
     * What is to be said of a place in a case.
     *
     * @param outcome failed: has to be mended; cannot tell: a person has to look; untested: could not be judged
     * @param where the case and the key, such as {@code "EA-CASE-1/purpose"}
     * @param what is the matter, a sentence
     * @param advice what to do, a sentence
     */
    public record Remark(Outcome outcome, String where, String what, String advice) {}

    /**
     * The rules for posts by which the words of a case are judged.
     *
     * @return ids; of rules that are not installed too
     */
    public static Set<RuleId> languageRules() {
        return PLAIN;
    }

    /**
     * Judges the cases of a pack.
     *
     * @param pack that holds what somebody wants to share
     * @return remarks in the order of the cases; empty when there is nothing to say
     */
    public List<Remark> review(Pack pack) {
        var remarks = new ArrayList<Remark>();
        if (pack.cases().isEmpty()) {
            remarks.add(
                    new Remark(Outcome.FAILED, "cases", "The pack holds no case.", "Write one: govsocial cases new."));
        }
        if (!judgesLanguage) {
            remarks.add(new Remark(
                    Outcome.UNTESTED,
                    "cases",
                    "Plain language was not judged: the document \"accessibility\" is not installed.",
                    "Put its jar back into lib/."));
        }
        for (CaseStudy one : pack.cases()) {
            complete(one, remarks);
            sources(one, pack, remarks);
            statements(one, remarks);
            for (Map.Entry<String, String> text : texts(one).entrySet()) {
                language(one, text.getKey(), text.getValue(), remarks);
                Privacy.look(one, text.getKey(), text.getValue(), remarks);
            }
        }
        return remarks;
    }

    private static void complete(CaseStudy one, List<Remark> remarks) {
        var needed = new LinkedHashMap<String, Boolean>();
        needed.put("organisation", one.organisation().isEmpty());
        needed.put("country", one.country().isEmpty());
        needed.put("from", one.from().isEmpty());
        needed.put("purpose", one.purpose().isEmpty());
        needed.put("done", one.done().isEmpty());
        needed.put("result", one.result().isEmpty());
        needed.put("tool", one.setting().tools().isEmpty());
        needed.put("context", one.setting().contexts().isEmpty());
        needed.put("lessons", one.lessons().isEmpty());
        needed.forEach((key, missing) -> {
            if (missing) {
                remarks.add(new Remark(
                        Outcome.FAILED,
                        one.id() + "/" + key,
                        "Nobody can learn from the case without \"" + key + "\".",
                        "Add it."));
            }
        });
        if (!one.from().isEmpty()
                && !one.until().isEmpty()
                && one.until().compareTo(one.from()) < 0
                && !one.from().startsWith(one.until())) {
            remarks.add(new Remark(
                    Outcome.FAILED, one.id() + "/until", "The case ends before it begins.", "Correct the dates."));
        }
        if (one.outcome() == CaseStudy.Ending.NOT_KNOWN) {
            remarks.add(new Remark(
                    Outcome.CANT_TELL,
                    one.id() + "/outcome",
                    "How it ended is not said.",
                    "Say whether it worked, if you can; what went wrong teaches most."));
        }
    }

    private void sources(CaseStudy one, Pack pack, List<Remark> remarks) {
        var described = pack.sources().stream().collect(Collectors.toMap(Source::code, s -> s, (a, b) -> a));
        var read = new HashSet<String>();
        for (CaseStudy.Reading reading : one.readings()) {
            read.add(reading.source());
            Source source = described.containsKey(reading.source())
                    ? described.get(reading.source())
                    : guidance.source(reading.source()).orElse(null);
            if (source == null) {
                remarks.add(new Remark(
                        Outcome.FAILED,
                        one.id() + "/sources",
                        "The source \"" + reading.source() + "\" is not described.",
                        "Describe it under \"sources\" of the pack."));
            } else if (source.url().isEmpty()) {
                remarks.add(new Remark(
                        Outcome.CANT_TELL,
                        one.id() + "/sources",
                        "The source \"" + reading.source() + "\" has no address, so others cannot easily check it.",
                        "Give its address, or say where it can be read."));
            }
        }
        for (CaseStudy.Figure figure : one.figures()) {
            if (!read.contains(figure.source())) {
                remarks.add(new Remark(
                        Outcome.FAILED,
                        one.id() + "/figures",
                        "The figure \"" + figure.what() + "\" names \"" + figure.source()
                                + "\", which is not among the sources of the case.",
                        "Name the source that gives the figure, and say when you read it."));
            }
        }
    }

    private void statements(CaseStudy one, List<Remark> remarks) {
        one.cites().stream()
                .filter(c -> guidance.statement(c).isEmpty())
                .forEach(c -> remarks.add(new Remark(
                        Outcome.FAILED,
                        one.id() + "/cites",
                        "No loaded pack holds the statement " + c + ".",
                        "Find the right one: govsocial guidance search WORDS.")));
        one.lessons().stream()
                .filter(l ->
                        l.cites().stream().noneMatch(c -> guidance.statement(c).isPresent()))
                .forEach(l -> remarks.add(new Remark(
                        Outcome.CANT_TELL,
                        one.id() + "/lessons",
                        "The lesson \"" + l.text() + "\" is tied to no statement of the guidance.",
                        "Tie it to one, if there is one: govsocial guidance search WORDS.")));
    }

    private static Map<String, String> texts(CaseStudy one) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("title", one.title());
        texts.put("purpose", one.purpose());
        texts.put("done", one.done());
        texts.put("result", one.result());
        for (int i = 0; i < one.lessons().size(); i++) {
            texts.put("lessons/" + i, one.lessons().get(i).text());
        }
        for (int i = 0; i < one.setting().audiences().size(); i++) {
            texts.put("audience/" + i, one.setting().audiences().get(i));
        }
        texts.values().removeIf(String::isEmpty);
        return texts;
    }

    private void language(CaseStudy one, String key, String text, List<Remark> remarks) {
        for (Finding finding : reviewer.review(Post.of(one.id(), text)).findings()) {
            String rule = guidance.rule(finding.rule())
                    .flatMap(r -> Optional.ofNullable(r.messages().get(finding.messageKey())))
                    .map(words -> message(words.text(), finding, text))
                    .orElse(finding.rule().toString());
            remarks.add(new Remark(
                    Outcome.CANT_TELL,
                    one.id() + "/" + key,
                    rule,
                    "See govsocial explain " + finding.rule().toString().toLowerCase(Locale.ROOT) + "."));
        }
    }

    private static String message(String words, Finding finding, String text) {
        String message = words;
        for (Map.Entry<String, String> value : finding.args().entrySet()) {
            message = message.replace("{" + value.getKey() + "}", value.getValue());
        }
        int start = finding.place().start();
        return start < 0
                ? message
                : message.replace(
                        "{text}", text.substring(start, finding.place().end()));
    }
}
