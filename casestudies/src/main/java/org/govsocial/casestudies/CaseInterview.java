package org.govsocial.casestudies;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.CaseStudy.Confidence;
import org.govsocial.model.CaseStudy.Ending;
import org.govsocial.model.CaseStudy.Figure;
import org.govsocial.model.CaseStudy.Lesson;
import org.govsocial.model.CaseStudy.Setting;
import org.govsocial.model.Citation;
import org.govsocial.model.Pack;
import org.govsocial.model.Platform;
import org.govsocial.model.Provenance;
import org.govsocial.model.Source;

/**
 * Asks a person about a case, question by question, and makes a pack of the answers. An answer may be left empty where
 * that is said; one that does not fit is asked again.
 */
public final class CaseInterview {
    private static final String DOCUMENT = "case-studies";

    private final BufferedReader in;
    private final PrintStream out;
    private final Clock clock;

    /**
     * An interview.
     *
     * @param in what the person types, a line for each answer
     * @param out takes the questions
     * @param clock for the day on which the source was read
     */
    public CaseInterview(Reader in, PrintStream out, Clock clock) {
        this.in = new BufferedReader(in);
        this.out = out;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @return a pack with one case
     * @throws EOFException when the answers end too soon
     * @throws IOException when they cannot be read
     */
    public Pack ask() throws IOException {
        out.println("A few questions make a case. Leave private persons out. Ctrl-D stops without saving.");
        out.println();
        String organisation = needed("Which organisation did it?");
        String id = id(organisation);
        String title = needed("What do you call the case? (a few words)");
        String country = fitting("In which country? (two letters, such as nz)", CaseInterview::country);
        String from = fitting("When did it begin? (2026, 2026-03 or 2026-03-31)", CaseInterview::date);
        String until = optional("When did it end? (empty when it goes on)", CaseInterview::date);
        List<String> tools = list("Which kinds of social media? (social-network, media-sharing, blog, wiki, forum)");
        List<String> platforms = list("On which platforms? (such as facebook, x)");
        List<String> contexts =
                list("What kind of work was it? (communications, community-engagement, policy-consultation)");
        List<String> stages = list("How far did you engage? (passive, active, engaged)").stream()
                .filter(List.of("passive", "active", "engaged")::contains)
                .toList();
        List<String> audiences = commas(line("For whom was it? (several with commas)"));
        String purpose = needed("What was it for?");
        String done = needed("What was done?");
        String result = needed("What came of it?");
        Ending outcome =
                Ending.valueOf(fitting("How did it end? (worked, mixed, failed, not-known)", CaseInterview::ending));
        List<String> mishaps =
                list("If something went wrong: of what type? (such as misinterpreted-message; or empty)");
        List<Lesson> lessons = lessons();
        Source source = source(id, organisation);
        List<Figure> figures = figures(source.code());
        CaseStudy one = CaseStudy.of(id, title)
                .withOrganisation(organisation, country)
                .withDates(from, until)
                .withSetting(new Setting(
                        tools,
                        platforms.stream().map(Platform::named).distinct().toList(),
                        contexts,
                        stages,
                        audiences,
                        mishaps))
                .withStory(purpose, done, result)
                .withOutcome(outcome, figures)
                .withLessons(lessons, List.of(new Citation(DOCUMENT, "CS-PAGE-SEND")))
                .withReadings(
                        List.of(new CaseStudy.Reading(source.code(), "", LocalDate.now(clock))),
                        source.provenance(),
                        Confidence.HIGH);
        return Pack.ofCases(id.toLowerCase(Locale.ROOT), title, organisation, List.of(source), List.of(one));
    }

    private List<Lesson> lessons() throws IOException {
        var lessons = new ArrayList<Lesson>();
        for (String question = "What did you learn? (one or two sentences)";
                ;
                question = "What else? (empty to go on)") {
            String lesson = line(question);
            if (lesson.isEmpty() && !lessons.isEmpty()) {
                return lessons;
            }
            if (!lesson.isEmpty()) {
                lessons.add(new Lesson(lesson, List.of()));
            }
        }
    }

    private List<Figure> figures(String source) throws IOException {
        var figures = new ArrayList<Figure>();
        while (true) {
            String what = line("A result that can be counted, such as \"comments in two weeks\" (empty to end)");
            if (what.isEmpty()) {
                return figures;
            }
            String value = fitting("How many? (digits only)", CaseInterview::number);
            String unit = line("Of which unit? (such as % or NZD; empty for a plain count)");
            figures.add(new Figure(what, CaseStudy.Bound.EXACT, new java.math.BigDecimal(value), unit, source));
        }
    }

    private Source source(String id, String organisation) throws IOException {
        String title = needed("Where can others read about it? (title of a page or paper)");
        String publisher = line("Who published that? (empty for " + organisation + ")");
        String url = line("What is its address? (empty when it has none)");
        String provenance = fitting(
                "Who is the publisher? (nz: a New Zealand public body; other: another government; else: anybody else)",
                CaseInterview::provenance);
        return new Source(
                id + "-SOURCE",
                title,
                publisher.isEmpty() ? organisation : publisher,
                url,
                "",
                Provenance.valueOf(provenance));
    }

    private String needed(String question) throws IOException {
        return fitting(question, answer -> answer.isEmpty() ? Optional.empty() : Optional.of(answer));
    }

    private String fitting(String question, Function<String, Optional<String>> reading) throws IOException {
        while (true) {
            Optional<String> value = reading.apply(line(question));
            if (value.isPresent()) {
                return value.get();
            }
            out.println("That does not fit. Please try again.");
        }
    }

    private String optional(String question, Function<String, Optional<String>> reading) throws IOException {
        return fitting(question, answer -> answer.isEmpty() ? Optional.of("") : reading.apply(answer));
    }

    private List<String> list(String question) throws IOException {
        return commas(line(question)).stream()
                .map(CaseInterview::kebab)
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> commas(String answer) {
        var values = new ArrayList<String>();
        for (String value : answer.split(",", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    private String line(String question) throws IOException {
        out.print(question + "\n> ");
        out.flush();
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("The answers ended before the questions.");
        }
        return line.strip();
    }

    private static String id(String organisation) {
        return kebab(organisation).toUpperCase(Locale.ROOT) + "-CASE-1";
    }

    /** Lower-case ASCII letters and digits in groups joined by single hyphens. */
    private static String kebab(String words) {
        String plain = java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFD);
        var out = new StringBuilder();
        for (char c : plain.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean word = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            if (word) {
                out.append(c);
            } else if (!mark && !out.isEmpty() && out.charAt(out.length() - 1) != '-' && out.length() < 60) {
                out.append('-');
            }
        }
        String kebab = out.toString();
        return kebab.endsWith("-") ? kebab.substring(0, kebab.length() - 1) : kebab;
    }

    private static Optional<String> country(String answer) {
        String code = answer.toLowerCase(Locale.ROOT);
        return List.of(Locale.getISOCountries()).contains(code.toUpperCase(Locale.ROOT))
                ? Optional.of(code)
                : Optional.empty();
    }

    private static Optional<String> date(String answer) {
        try {
            switch (answer.length()) {
                case 4 -> java.time.Year.parse(answer);
                case 7 -> java.time.YearMonth.parse(answer);
                default -> LocalDate.parse(answer);
            }
            return Optional.of(answer);
        } catch (java.time.format.DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ending(String answer) {
        String name = answer.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Ending one : Ending.values()) {
            if (one.name().equals(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> provenance(String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "nz" -> Optional.of("NZ_OTHER");
            case "other" -> Optional.of("OTHER_GOVERNMENT");
            case "else" -> Optional.of("PROJECT");
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(String answer) {
        try {
            return answer.length() <= 15
                    ? Optional.of(new java.math.BigDecimal(answer).toPlainString())
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
