package org.govsocial.archives;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * CSV with a header, separated by commas, semicolons or tabs; also Hootsuite's bulk file, which has no header. A file
 * without a column of text alternatives says nothing about them, so they are unknown.
 */
final class CsvPosts implements PostReader {
    /** The longest field, in characters. */
    private static final int MAX_FIELD = 16 * 1024 * 1024;

    /** The largest file that fixes are written to, which is held in memory then. */
    private static final int MAX_REWRITTEN = 256 * 1024 * 1024;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String title() {
        return "CSV with a header, and Hootsuite's and Buffer's bulk files";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        String extension = MediaFiles.extension(input.name());
        boolean named = extension.equals("csv") || extension.equals("tsv");
        if (!named && !input.name().equals("-")) {
            return 0;
        }
        String head = StrictText.head(input);
        char separator = separator(head);
        List<String> first = List.of();
        try (var reader = reader(new StringReader(firstLines(head)), separator)) {
            for (CsvRecord record : reader) {
                first = record.getFields();
                break;
            }
        } catch (CsvParseException | UncheckedIOException e) {
            return named ? 20 : 0;
        }
        boolean posts = CsvColumns.named(first).hasText() || CsvColumns.hootsuite(first) != null;
        return named ? posts ? 90 : 20 : posts && first.size() > 1 ? 60 : 0;
    }

    /** Without the last line, which may be cut. */
    private static String firstLines(String head) {
        int feed = head.lastIndexOf('\n');
        return feed < 0 ? head : head.substring(0, feed + 1);
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        char separator = separator(StrictText.head(input));
        try (var text = StrictText.open(input, options)) {
            each(input.name(), text, separator, options, out, (post, where, record, columns) -> out.post(post, where));
        }
    }

    /** Reads records with a header, separated by commas, that come from somewhere else than straight from the input. */
    static void read(String name, Reader text, ReadOptions options, PostSink out) throws InputException, IOException {
        each(name, text, ',', options, out, (post, where, record, columns) -> out.post(post, where));
    }

    private interface Taker {
        void take(Post post, Location where, CsvRecord record, CsvColumns columns) throws IOException;
    }

    private static void each(String name, Reader text, char separator, ReadOptions options, PostSink out, Taker posts)
            throws InputException, IOException {
        try (var reader = reader(text, separator)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw Emptiness.of(name);
            }
            CsvRecord record = records.next();
            CsvColumns columns = columns(name, record);
            var draft = new PostDraft(options.zone());
            boolean header = CsvColumns.named(record.getFields()).hasText();
            if (header) {
                if (!records.hasNext()) {
                    return;
                }
                record = records.next();
            }
            for (long number = 1; ; number++) {
                post(name, number, record, columns, draft, options, out, posts);
                if (!records.hasNext()) {
                    return;
                }
                record = records.next();
            }
        } catch (CsvParseException e) {
            throw new InputException(problem(name, e));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NotTextException cause) {
                throw cause.toInputException();
            }
            throw e.getCause();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    private static void post(
            String name,
            long number,
            CsvRecord record,
            CsvColumns columns,
            PostDraft draft,
            ReadOptions options,
            PostSink out,
            Taker posts)
            throws IOException {
        var where = new Location(name, record.getStartingLineNumber(), "record-" + number);
        Post post;
        try {
            columns.fill(draft, record.getFields(), options.zone());
            post = draft.post("record-" + number);
        } catch (FieldException e) {
            out.unreadable(new Problem(where.toString(), e.what(), e.advice()));
            return;
        }
        if (post.text().isBlank() && post.media().isEmpty()) {
            out.skipped(where, "records without words");
        } else {
            posts.take(post, where, record, columns);
        }
    }

    private static CsvColumns columns(String name, CsvRecord first) throws InputException {
        CsvColumns named = CsvColumns.named(first.getFields());
        if (named.hasText()) {
            return named;
        }
        CsvColumns hootsuite = CsvColumns.hootsuite(first.getFields());
        if (hootsuite != null) {
            return hootsuite;
        }
        throw new InputException(
                name + ":" + first.getStartingLineNumber(),
                "No column holds the words of the posts. The first line reads: "
                        + PostDraft.brief(String.join(", ", first.getFields())) + ".",
                "Start with a line that names the columns: " + CsvColumns.UNDERSTOOD + ".");
    }

    private static CsvReader<CsvRecord> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_FIELD)
                .ofCsvRecord(text);
    }

    /** The separator that the first record holds most of, outside of quotes. */
    private static char separator(String head) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if (c == '\n' || c == '\r') {
                    break;
                }
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
        }
        return tabs > commas && tabs > semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    private static Problem problem(String name, CsvParseException e) {
        String words =
                e.getMessage() + (e.getCause() == null ? "" : " " + e.getCause().getMessage());
        Matcher line = Pattern.compile("line (\\d+)").matcher(words);
        boolean large = words.contains("buffer");
        return new Problem(
                name + (line.find() ? ":" + line.group(1) : ""),
                large
                        ? "A field in the record that starts here is longer than 16 MB, or its closing quote is missing."
                        : "The quotes in the record that starts here do not match. Nothing behind it was read.",
                "Put fields with quotes, separators or line breaks in double quotes, and double each quote inside.");
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
            throws InputException, IOException {
        byte[] all;
        try (InputStream in = input.open()) {
            all = in.readNBytes(MAX_REWRITTEN + 1);
        }
        if (all.length > MAX_REWRITTEN) {
            throw new InputException(
                    input.name(), "Files beyond 256 MB are not fixed in place.", "Split it, then fix the parts.");
        }
        Charset marked = StrictText.markedCharset(all, all.length);
        Charset charset = marked == null ? options.encoding() : marked;
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            throw Rewriting.needsUtf8(input);
        }
        char separator = separator(StrictText.head(input));
        var slices = new Slices(all, out);
        try (var text = StrictText.open(input.name(), new ByteArrayInputStream(all), options)) {
            each(input.name(), text, separator, options, Rewriting.SILENT, (post, where, record, columns) -> {
                Post changed = change.apply(post);
                if (!changed.equals(post)) {
                    String line = encoded(record.getFields(), columns, post, changed, separator);
                    slices.replace(record.getStartingLineNumber(), line.getBytes(charset));
                }
            });
        }
        slices.finish();
    }

    private static String encoded(List<String> fields, CsvColumns columns, Post before, Post after, char separator)
            throws IOException {
        var cells = new ArrayList<>(fields);
        for (int i = -1; i < before.media().size(); i++) {
            String field = i < 0 ? "/text" : "/media/" + i + "/alt";
            String was = before.textAt(field);
            String now = after.textAt(field);
            int column = columns.columnOf(field, fields);
            if (was != null && !was.equals(now) && column >= 0) {
                cells.set(column, now == null ? "" : now);
            }
        }
        var text = new StringWriter();
        try (var writer = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            writer.writeRecord(cells);
        }
        return text.toString().substring(0, text.getBuffer().length() - 1);
    }

    /** Copies a file by physical lines, some records replaced. */
    private static final class Slices {
        private final byte[] all;
        private final OutputStream out;
        private int at;
        private int copied;
        private long line = 1;

        Slices(byte[] all, OutputStream out) {
            this.all = all;
            this.out = out;
        }

        /** Copies up to a record, then writes another in its place; the ends of lines behind it stay. */
        void replace(long startingLine, byte[] record) throws IOException {
            while (line < startingLine) {
                passLine();
            }
            int mark = at == 0 && StandardCharsets.UTF_8.equals(StrictText.markedCharset(all, all.length)) ? 3 : 0;
            out.write(all, copied, at + mark - copied);
            out.write(record);
            skipRecord();
            copied = at;
        }

        private void passLine() {
            while (at < all.length && all[at] != '\n' && all[at] != '\r') {
                at++;
            }
            passLineEnd();
        }

        private void passLineEnd() {
            if (at < all.length) {
                at += all[at] == '\r' && at + 1 < all.length && all[at + 1] == '\n' ? 2 : 1;
                line++;
            }
        }

        /** To the end of line behind the record, which stands outside of quotes. */
        private void skipRecord() {
            boolean quoted = false;
            while (at < all.length) {
                byte b = all[at];
                if (b == '"') {
                    quoted = !quoted;
                    at++;
                } else if (b == '\n' || b == '\r') {
                    if (!quoted) {
                        return;
                    }
                    passLineEnd();
                } else {
                    at++;
                }
            }
        }

        void finish() throws IOException {
            out.write(all, copied, all.length - copied);
        }
    }
}
