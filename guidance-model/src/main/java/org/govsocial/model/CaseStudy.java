package org.govsocial.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an organisation did with social media, and what it learned. Made by {@link #of} and the methods that begin with
 * {@code with}, so that components can be added. Whatever is not known is empty.
 *
 * @param id identity within its source; in packs capital letters, digits and single hyphens, such as {@code "C-01"}
 * @param title what people call it
 * @param organisation who did it
 * @param country where, as two letters of ISO 3166-1 in lower case
 * @param from when it began (year, month or day)
 * @param until when it ended (year, month or day)
 * @param setting what kind of work it was
 * @param purpose what it was for
 * @param done what was done
 * @param result what came of it
 * @param outcome how it ended
 * @param figures the results that can be counted
 * @param lessons what it teaches
 * @param cites the statements of guidance that it illustrates
 * @param readings where it was read
 * @param provenance where it comes from
 * @param confidence how sure its facts are
 */
public record CaseStudy(
        String id,
        String title,
        String organisation,
        String country,
        String from,
        String until,
        Setting setting,
        String purpose,
        String done,
        String result,
        Ending outcome,
        List<Figure> figures,
        List<Lesson> lessons,
        List<Citation> cites,
        List<Reading> readings,
        Provenance provenance,
        Confidence confidence)
        implements Subject {
    /** Copies the lists. */
    public CaseStudy {
        figures = List.copyOf(figures);
        lessons = List.copyOf(lessons);
        cites = List.copyOf(cites);
        readings = List.copyOf(readings);
    }

    /** How a case ended, as its sources tell it. */
    public enum Ending {
        /** It did what it was for. */
        WORKED,
        /** Some of it did, some did not. */
        MIXED,
        /** It did not, or did harm. */
        FAILED,
        /** The sources that were read do not say. */
        NOT_KNOWN
    }

    /** How sure the facts of a case are. */
    public enum Confidence {
        /** The organisation itself or an auditor says so, or two independent sources agree. */
        HIGH,
        /** One source that is not the organisation itself, or the organisation's own praise. */
        MEDIUM,
        /** Little is known, or it is second hand. */
        LOW
    }

    /** How a figure stands to the number given. */
    public enum Bound {
        /** That number. */
        EXACT,
        /** Rounded or estimated. */
        ABOUT,
        /** More than that. */
        OVER,
        /** Less than that. */
        UNDER
    }

    /**
     * What kind of work a case is about; a list is empty when that is not known or does not apply.
     *
     * @param tools kinds of social media, such as {@code "social-network"}
     * @param platforms where it took place
     * @param contexts such as {@code "policy-consultation"}
     * @param stages {@code "passive"}, {@code "active"}, {@code "engaged"}
     * @param audiences whom it was for, in words
     * @param mishaps types of mishap that happened, such as {@code "questionable-humour"}
     */
    public record Setting(
            List<String> tools,
            List<Platform> platforms,
            List<String> contexts,
            List<String> stages,
            List<String> audiences,
            List<String> mishaps) {
        /** Nothing is known. */
        public static final Setting UNKNOWN =
                new Setting(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Setting {
            tools = List.copyOf(tools);
            platforms = List.copyOf(platforms);
            contexts = List.copyOf(contexts);
            stages = List.copyOf(stages);
            audiences = List.copyOf(audiences);
            mishaps = List.copyOf(mishaps);
        }
    }

    /**
     * A result that can be counted.
     *
     * @param what what was counted, such as {@code "ideas in six weeks"}
     * @param bound how the figure stands to the number
     * @param value the number
     * @param unit such as {@code "%"} or {@code "NZD"}, empty for a plain count
     * @param source code of the {@link Source} that gives it
     */
    public record Figure(String what, Bound bound, BigDecimal value, String unit, String source) {}

    /**
     * What a case teaches.
     *
     * @param text one or two sentences
     * @param cites the statements of guidance that say the same or that it illustrates
     */
    public record Lesson(String text, List<Citation> cites) {
        /** Copies the list. */
        public Lesson {
            cites = List.copyOf(cites);
        }
    }

    /**
     * A source that was read.
     *
     * @param source code of the {@link Source}
     * @param where the place in it, empty for the whole
     * @param checked when it was last read
     */
    public record Reading(String source, String where, LocalDate checked) {}

    /**
     * Makes one of which nothing else is known.
     *
     * @param id identity within its source, not blank
     * @param title what people call it
     * @return the record
     */
    public static CaseStudy of(String id, String title) {
        return new Draft(id, title).made();
    }

    /**
     * The day on which one of its sources was last read.
     *
     * @return empty when none was
     */
    public Optional<LocalDate> checked() {
        return readings.stream().map(Reading::checked).max(Comparator.naturalOrder());
    }

    /**
     * The year in which it began.
     *
     * @return four digits, or empty
     */
    public String year() {
        return from.length() < 4 ? "" : from.substring(0, 4);
    }

    /**
     * Says who did it.
     *
     * @param name of the organisation
     * @param country as two letters of ISO 3166-1 in lower case, or empty
     * @return a copy
     */
    public CaseStudy withOrganisation(String name, String country) {
        var draft = new Draft(this);
        draft.organisation = name;
        draft.country = country;
        return draft.made();
    }

    /**
     * Says when it took place.
     *
     * @param from year, month or day, or empty
     * @param until year, month or day, or empty
     * @return a copy
     */
    public CaseStudy withDates(String from, String until) {
        var draft = new Draft(this);
        draft.from = from;
        draft.until = until;
        return draft.made();
    }

    /**
     * Says what kind of work it was.
     *
     * @param setting of the work
     * @return a copy
     */
    public CaseStudy withSetting(Setting setting) {
        var draft = new Draft(this);
        draft.setting = setting;
        return draft.made();
    }

    /**
     * Tells the story.
     *
     * @param purpose what it was for, or empty
     * @param done what was done, or empty
     * @param result what came of it, or empty
     * @return a copy
     */
    public CaseStudy withStory(String purpose, String done, String result) {
        var draft = new Draft(this);
        draft.purpose = purpose;
        draft.done = done;
        draft.result = result;
        return draft.made();
    }

    /**
     * Says how it ended.
     *
     * @param outcome as its sources tell it
     * @param figures the results that can be counted
     * @return a copy
     */
    public CaseStudy withOutcome(Ending outcome, List<Figure> figures) {
        var draft = new Draft(this);
        draft.outcome = outcome;
        draft.figures = figures;
        return draft.made();
    }

    /**
     * Says what it teaches.
     *
     * @param lessons in order of weight
     * @param cites the statements of guidance that the case illustrates
     * @return a copy
     */
    public CaseStudy withLessons(List<Lesson> lessons, List<Citation> cites) {
        var draft = new Draft(this);
        draft.lessons = lessons;
        draft.cites = cites;
        return draft.made();
    }

    /**
     * Says where it was read and how sure it is.
     *
     * @param readings the sources
     * @param provenance where it comes from
     * @param confidence how sure its facts are
     * @return a copy
     */
    public CaseStudy withReadings(List<Reading> readings, Provenance provenance, Confidence confidence) {
        var draft = new Draft(this);
        draft.readings = readings;
        draft.provenance = provenance;
        draft.confidence = confidence;
        return draft.made();
    }

    /** The components of a case, open to change until it is made. */
    private static final class Draft {
        private final String id;
        private final String title;
        private String organisation = "";
        private String country = "";
        private String from = "";
        private String until = "";
        private Setting setting = Setting.UNKNOWN;
        private String purpose = "";
        private String done = "";
        private String result = "";
        private Ending outcome = Ending.NOT_KNOWN;
        private List<Figure> figures = List.of();
        private List<Lesson> lessons = List.of();
        private List<Citation> cites = List.of();
        private List<Reading> readings = List.of();
        private Provenance provenance = Provenance.PROJECT;
        private Confidence confidence = Confidence.LOW;

        Draft(String id, String title) {
            this.id = id;
            this.title = title;
        }

        Draft(CaseStudy of) {
            this(of.id, of.title);
            organisation = of.organisation;
            country = of.country;
            from = of.from;
            until = of.until;
            setting = of.setting;
            purpose = of.purpose;
            done = of.done;
            result = of.result;
            outcome = of.outcome;
            figures = of.figures;
            lessons = of.lessons;
            cites = of.cites;
            readings = of.readings;
            provenance = of.provenance;
            confidence = of.confidence;
        }

        CaseStudy made() {
            return new CaseStudy(
                    id,
                    title,
                    organisation,
                    country,
                    from,
                    until,
                    setting,
                    purpose,
                    done,
                    result,
                    outcome,
                    figures,
                    lessons,
                    cites,
                    readings,
                    provenance,
                    confidence);
        }
    }
}
