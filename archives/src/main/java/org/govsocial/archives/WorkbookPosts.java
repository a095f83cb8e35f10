package org.govsocial.archives;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook, one post a row: the first sheet whose first row names a column of words, with the same names as in
 * CSV. Rows are streamed; what stands in the shared table of texts is held in memory up to a limit. Of a formula the value
 * counts that the program saved.
 */
final class WorkbookPosts implements PostReader {
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final int MAX_CELL = 40_000;
    private static final int MAX_SHARED = 32 * 1024 * 1024;
    private static final int MAX_COLUMNS = 500;

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public String title() {
        return "an Excel workbook, one post a row";
    }

    @Override
    public int recognises(Input input) throws IOException {
        return OfficeFile.isNamed(input, "xlsx") ? 95 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        OfficeFile.read(input, file -> {
            var book = new Book(file);
            for (var sheet : book.sheets.entrySet()) {
                if (new Rows(book, sheet.getKey(), options, out).read(sheet.getValue())) {
                    return;
                }
            }
            throw new InputException(
                    input.name(),
                    "No sheet's first row names a column that holds the words of posts.",
                    "Start with a row that names the columns: " + CsvColumns.UNDERSTOOD + ".");
        });
    }

    /** What all sheets share. */
    private static final class Book {
        private final OfficeFile file;
        private final Map<String, String> sheets = new LinkedHashMap<>();
        private final List<String> shared = new ArrayList<>();
        private final List<Boolean> dates = new ArrayList<>();
        private boolean from1904;

        Book(OfficeFile file) throws InputException, IOException {
            this.file = file;
            Map<String, String> relations = file.relations(WORKBOOK);
            try (InputStream in = file.part(WORKBOOK)) {
                XmlEvents xml = XmlEvents.open(file.name() + "!/" + WORKBOOK, in);
                while (xml.hasNext()) {
                    if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                        continue;
                    }
                    if (xml.element().equals("workbookPr")) {
                        String flag = xml.attribute("date1904");
                        from1904 = "1".equals(flag) || "true".equals(flag);
                    } else if (xml.element().equals("sheet")) {
                        String name = String.valueOf(xml.attribute("name"));
                        String target = relations.get(String.valueOf(xml.attribute("id")));
                        if (target != null && file.has(target) && sheets.size() < 1_000) {
                            sheets.put(name, target);
                        }
                    }
                }
            }
            readShared("xl/sharedStrings.xml");
            readStyles("xl/styles.xml");
        }

        private void readShared(String part) throws InputException, IOException {
            if (!file.has(part)) {
                return;
            }
            long size = 0;
            try (InputStream in = file.part(part)) {
                XmlEvents xml = XmlEvents.open(file.name() + "!/" + part, in);
                var text = new StringBuilder();
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (xml.element()) {
                            case "si" -> text.setLength(0);
                            case "t" -> text.append(xml.content(MAX_CELL));
                            case "rPh" -> xml.skip();
                            default -> {}
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT
                            && xml.element().equals("si")) {
                        shared.add(text.toString());
                        size += text.length() + 16L;
                        if (size > MAX_SHARED || text.length() > MAX_CELL) {
                            throw new InputException(
                                    file.name(),
                                    "The workbook holds more text than is read at once.",
                                    "Save it as CSV.");
                        }
                    }
                }
            }
        }

        private void readStyles(String part) throws InputException, IOException {
            if (!file.has(part)) {
                return;
            }
            Map<String, Boolean> own = new HashMap<>();
            boolean cells = false;
            try (InputStream in = file.part(part)) {
                XmlEvents xml = XmlEvents.open(file.name() + "!/" + part, in);
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.END_ELEMENT && xml.element().equals("cellXfs")) {
                        cells = false;
                    } else if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (xml.element()) {
                            case "numFmt" ->
                                own.put(
                                        String.valueOf(xml.attribute("numFmtId")),
                                        isDate(String.valueOf(xml.attribute("formatCode"))));
                            case "cellXfs" -> cells = true;
                            case "xf" -> {
                                if (cells && dates.size() < 100_000) {
                                    String format = String.valueOf(xml.attribute("numFmtId"));
                                    dates.add(own.getOrDefault(format, isBuiltInDate(format)));
                                }
                            }
                            default -> {}
                        }
                    }
                }
            }
        }

        /** The formats that every program knows by number (ECMA-376, part 1, 18.8.30). */
        private static boolean isBuiltInDate(String format) {
            return format.matches("1[4-9]|2[0-2]|2[7-9]|3[0-6]|4[5-7]|5[0-8]");
        }

        private static boolean isDate(String code) {
            String plain = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
            return plain.indexOf('y') >= 0 || plain.indexOf('d') >= 0 || plain.indexOf('h') >= 0;
        }

        boolean isDateStyle(@Nullable String style) {
            int index = number(style);
            return index >= 0 && index < dates.size() && dates.get(index);
        }

        /** Days since the end of 1899 (or since 1904) as a local time; the number itself when it is none. */
        String date(String number) {
            try {
                double days = Double.parseDouble(number);
                if (!(days > 0 && days < 2_958_466)) {
                    return number;
                }
                var start = from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
                LocalDateTime time =
                        start.plusSeconds(Math.round(days * 86_400)).truncatedTo(ChronoUnit.SECONDS);
                return days == Math.rint(days) ? time.toLocalDate().toString() : time.toString();
            } catch (NumberFormatException e) {
                return number;
            }
        }

        String shared(String index) {
            int i = number(index);
            return i >= 0 && i < shared.size() ? shared.get(i) : "";
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The rows of one sheet. */
    private static final class Rows {
        private final Book book;
        private final String sheet;
        private final ReadOptions options;
        private final PostSink out;
        private final PostDraft draft;
        private final List<String> cells = new ArrayList<>();
        private @Nullable CsvColumns columns;

        Rows(Book book, String sheet, ReadOptions options, PostSink out) {
            this.book = book;
            this.sheet = sheet;
            this.options = options;
            this.out = out;
            this.draft = new PostDraft(options.zone());
        }

        /** Whether the first row that is not empty names a column of words. */
        boolean read(String part) throws InputException, IOException {
            long row = 0;
            String type = "";
            String style = null;
            String value = "";
            int column = -1;
            try (InputStream in = book.file.part(part)) {
                XmlEvents xml = XmlEvents.open(book.file.name() + "!/" + part, in);
                while (xml.hasNext()) {
                    int event = xml.next();
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (xml.element()) {
                            case "row" -> {
                                cells.clear();
                                int number = number(xml.attribute("r"));
                                row = number > 0 ? number : row + 1;
                                column = -1;
                            }
                            case "c" -> {
                                String at = xml.attribute("r");
                                column = at == null ? column + 1 : column(at);
                                type = String.valueOf(xml.attribute("t"));
                                style = xml.attribute("s");
                                value = "";
                            }
                            case "v" -> value = xml.content(MAX_CELL);
                            case "t" -> value += xml.content(MAX_CELL);
                            case "f", "rPh" -> xml.skip();
                            default -> {}
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        if (xml.element().equals("c") && column >= 0 && column < MAX_COLUMNS) {
                            while (cells.size() <= column) {
                                cells.add("");
                            }
                            cells.set(column, text(type, style, value));
                        } else if (xml.element().equals("row") && !row(row)) {
                            return false;
                        }
                    }
                }
            }
            return columns != null;
        }

        private String text(String type, @Nullable String style, String value) {
            return switch (type) {
                case "s" -> book.shared(value);
                case "inlineStr", "str", "d" -> value;
                case "b" -> value.equals("1") ? "TRUE" : "FALSE";
                case "e" -> "";
                default -> book.isDateStyle(style) ? book.date(value) : plain(value);
            };
        }

        /** Ids of posts are long numbers, which programs save as 2.0E18. */
        private static String plain(String number) {
            if (number.indexOf('E') < 0 && number.indexOf('e') < 0 || number.length() > 40) {
                return number;
            }
            try {
                var value = new BigDecimal(number.strip());
                return Math.abs(value.scale()) > 400 ? number : value.toPlainString();
            } catch (NumberFormatException e) {
                return number;
            }
        }

        /** A row; false when it is the first and names no column of words. */
        private boolean row(long number) {
            if (cells.stream().allMatch(String::isBlank)) {
                return true;
            }
            if (columns == null) {
                CsvColumns named = CsvColumns.named(cells);
                columns = named.hasText() ? named : null;
                return columns != null;
            }
            var where = new Location(book.file.name(), number, sheet + "!" + number);
            Post post;
            try {
                columns.fill(draft, cells, options.zone());
                post = draft.post("row-" + number);
            } catch (FieldException e) {
                out.unreadable(new Problem(where.toString(), e.what(), e.advice()));
                return true;
            }
            if (post.text().isBlank() && post.media().isEmpty()) {
                out.skipped(where, "records without words");
            } else {
                out.post(post, where);
            }
            return true;
        }

        /** The column in a reference such as {@code AB12}, from 0; -1 when there is none. */
        private static int column(String at) {
            int column = 0;
            int i = 0;
            while (i < at.length() && i < 4 && at.charAt(i) >= 'A' && at.charAt(i) <= 'Z') {
                column = column * 26 + at.charAt(i) - 'A' + 1;
                i++;
            }
            return column - 1;
        }
    }
}
