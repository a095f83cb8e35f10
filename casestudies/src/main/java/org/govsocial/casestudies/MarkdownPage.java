package org.govsocial.casestudies;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.govsocial.model.CaseStudy;

/** One page in Markdown: a table of all cases, then each of them. */
final class MarkdownPage implements CaseFormat {
    private static final String SIGNS = "\\`*_{}[]<>#|~!&";

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public void write(CaseLibrary library, OutputStream target) throws IOException {
        Writer out = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        out.write("# Case studies\n\nWhat organisations did with social media, and what they learned. The wording is"
                + " ours; each case names its sources.\n\n");
        out.write("| Id | Case | Organisation | When | Outcome |\n|---|---|---|---|---|\n");
        for (CaseStudy one : library.cases()) {
            out.write("| " + one.id() + " | " + plain(one.title()) + " | " + plain(one.organisation()) + " | "
                    + Wording.when(one) + " | " + Wording.outcome(one.outcome()) + " |\n");
        }
        for (CaseStudy one : library.cases()) {
            write(one, library, out);
        }
        out.flush();
    }

    private static void write(CaseStudy one, CaseLibrary library, Writer out) throws IOException {
        out.write("\n## " + one.id() + ": " + plain(one.title()) + "\n\n");
        for (CaseComparison.Row row : CaseComparison.of(java.util.List.of(one)).rows()) {
            boolean elsewhere = row.label().equals("Title")
                    || row.label().equals("Lessons")
                    || row.label().equals("Figures");
            if (!elsewhere) {
                out.write("- " + row.label() + ": " + plain(row.values().get(0)) + "\n");
            }
        }
        if (!one.figures().isEmpty()) {
            out.write("\n| What | Figure | Source |\n|---|---|---|\n");
            for (CaseStudy.Figure figure : one.figures()) {
                out.write("| " + plain(figure.what()) + " | " + plain(Wording.number(figure)) + " | "
                        + plain(figure.source()) + " |\n");
            }
        }
        if (!one.lessons().isEmpty()) {
            out.write("\nLessons:\n\n");
            for (CaseStudy.Lesson lesson : one.lessons()) {
                out.write("- " + plain(lesson.text()) + "\n");
            }
        }
        out.write("\nSources:\n\n");
        for (String source : Wording.sources(one, library.catalogue())) {
            out.write("- " + plain(source) + "\n");
        }
        out.write("\n" + Wording.standing(one) + "\n");
    }

    /** The text without what Markdown or HTML would take for more than text. */
    static String plain(String text) {
        var out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                out.append(' ');
            } else if (SIGNS.indexOf(c) >= 0) {
                out.append('\\').append(c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
