package org.govsocial.casestudies;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.govsocial.model.CaseStudy;

/**
 * CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read macrons), a row for each case. A cell that a
 * spreadsheet would run as a formula starts with an apostrophe.
 */
final class CsvTable implements CaseFormat {
    private static final List<String> HEADER = List.of(
            "id",
            "title",
            "organisation",
            "country",
            "from",
            "until",
            "tools",
            "platforms",
            "contexts",
            "stages",
            "audiences",
            "mishaps",
            "purpose",
            "done",
            "result",
            "outcome",
            "figures",
            "lessons",
            "cites",
            "sources",
            "provenance",
            "confidence",
            "checked");

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public void write(CaseLibrary library, OutputStream target) throws IOException {
        Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter out = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .bufferSize(0)
                .build(text);
        out.writeRecord(HEADER);
        for (CaseStudy one : library.cases()) {
            out.writeRecord(row(one).stream().map(CsvTable::cell).toList());
        }
        text.flush();
    }

    private static List<String> row(CaseStudy one) {
        return List.of(
                one.id(),
                one.title(),
                one.organisation(),
                one.country(),
                one.from(),
                one.until(),
                String.join(" ", Facet.TOOL.of(one)),
                String.join(" ", Facet.PLATFORM.of(one)),
                String.join(" ", Facet.CONTEXT.of(one)),
                String.join(" ", Facet.STAGE.of(one)),
                String.join("; ", one.setting().audiences()),
                String.join(" ", Facet.MISHAP.of(one)),
                one.purpose(),
                one.done(),
                one.result(),
                Wording.kebab(one.outcome()),
                one.figures().stream()
                        .map(f -> f.what() + ": " + Wording.number(f))
                        .collect(Collectors.joining("; ")),
                one.lessons().stream().map(CaseStudy.Lesson::text).collect(Collectors.joining(" ")),
                one.cites().stream().map(Object::toString).collect(Collectors.joining(" ")),
                one.readings().stream().map(CaseStudy.Reading::source).collect(Collectors.joining(" ")),
                one.provenance().name(),
                Wording.kebab(one.confidence()),
                one.checked().map(Object::toString).orElse(""));
    }

    /** A cell that shows as its text and nothing else. The first character, after apostrophes, decides. */
    static String cell(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        boolean formula =
                first < text.length() && "=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20".indexOf(text.charAt(first)) >= 0;
        return formula ? "'" + text : text;
    }
}
