package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.casestudies.CaseComparison;
import org.govsocial.casestudies.CaseLibrary;
import org.govsocial.casestudies.CaseSearch;
import org.govsocial.engine.AtomicFile;
import org.govsocial.json.JsonException;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Problem;
import org.jspecify.annotations.Nullable;

/** What the verbs about cases share. */
final class Cases {
    private Cases() {}

    static CaseStudy named(String id, CaseLibrary library) throws UsageError {
        var found = library.find(id);
        if (found.isPresent()) {
            return found.get();
        }
        var known = library.cases().stream().map(CaseStudy::id).toList();
        throw new UsageError(
                "cases",
                "There is no case \"" + id + "\"." + Nearest.question(id, known),
                "\"govsocial cases search WORDS\" finds cases.");
    }

    /** A whole case, as people read it. */
    static TextPage page(CaseStudy one, CaseLibrary library, TextPage page) {
        page.line(one.id() + ": " + one.title()).blank();
        for (CaseComparison.Row row : CaseComparison.of(List.of(one)).rows()) {
            switch (row.label()) {
                case "Title", "Figures", "Lessons", "Confidence" -> {}
                case "Purpose", "What was done", "Result" ->
                    page.blank().line(row.label()).paragraph("  ", row.values().get(0));
                default -> page.line(row.label() + ": " + row.values().get(0));
            }
        }
        if (!one.figures().isEmpty()) {
            page.blank().line("Figures");
            for (String figure : CaseComparison.of(List.of(one)).rows().stream()
                    .filter(r -> r.label().equals("Figures"))
                    .findFirst()
                    .orElseThrow()
                    .values()
                    .get(0)
                    .split("; ", -1)) {
                page.hanging("  ", "    ", figure);
            }
        }
        lessons(one.lessons(), page);
        page.blank().line("Illustrates");
        library.illustrates(one).forEach(s -> page.hanging("  ", "    ", s));
        page.blank().line("Sources");
        library.sources(one).forEach(s -> page.hanging("  ", "    ", s));
        return page.blank().paragraph("", CaseLibrary.standing(one));
    }

    static void lessons(List<CaseStudy.Lesson> lessons, TextPage page) {
        if (!lessons.isEmpty()) {
            page.blank().line("Lessons");
            for (CaseStudy.Lesson lesson : lessons) {
                page.hanging("  - ", "    ", lesson.text());
            }
        }
    }

    /** The snippet with the words that were found between asterisks. */
    static String marked(CaseSearch.Hit hit) {
        var words = new StringBuilder(hit.snippet());
        for (int i = hit.marks().size() - 1; i >= 0; i--) {
            words.insert(hit.marks().get(i).end(), '*')
                    .insert(hit.marks().get(i).start(), '*');
        }
        return words.toString();
    }

    static TextPage counts(String heading, Map<String, String> counts, TextPage page) {
        var rows = new ArrayList<List<String>>();
        counts.forEach((value, count) -> rows.add(List.of(value, count)));
        return page.table(List.of(heading.toUpperCase(Locale.ROOT), "CASES"), rows);
    }

    /** Reads a file that the user named. */
    interface Reading<T> {
        T from(String name, InputStream bytes) throws IOException;
    }

    static <T> T read(String option, String file, Reading<T> reading) throws UsageError {
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            return reading.from(file, bytes);
        } catch (JsonException e) {
            throw new UsageError(
                    e.problem().where(), e.problem().what(), e.problem().advice());
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    option, "The file " + file + " cannot be read.", "Check the spelling, and that it is UTF-8 text.");
        }
    }

    /** Writes something whole or not at all. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static int write(String option, @Nullable String file, Writing writing, Terminal terminal)
            throws UsageError, IOException {
        if (file == null || file.equals("-")) {
            writing.to(terminal.out());
            return ExitCode.DONE;
        }
        AtomicFile target;
        try {
            target = AtomicFile.at(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UsageError(
                    option + " " + file,
                    "This file cannot be written (" + e.getMessage() + ").",
                    "Name a file in a folder that exists and that you may write to.");
        }
        try (target) {
            writing.to(target.stream());
            target.commit();
            return ExitCode.DONE;
        } catch (IOException e) {
            terminal.say(new Problem(
                    option + " " + file,
                    "It could not be written (" + e.getMessage() + ").",
                    "If there was a file, it is as it was. Check the folder and the space on the disk."));
            return ExitCode.INCOMPLETE;
        }
    }

    static int number(String option, @Nullable String typed, int usual) throws UsageError {
        if (typed == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(typed.strip());
            if (number >= 1 && number <= 10_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageError(option, "\"" + typed + "\" is not a number of cases.", "Give one from 1 to 10000.");
    }
}
