package org.govsocial.reports;

import java.io.IOException;
import org.govsocial.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * A SARIF region of a text file by lines and columns, which stay right when a reader has turned CR LF into LF. All from
 * 1; columns are UTF-16 code units; the end column is one past the last.
 */
record Region(long startLine, int startColumn, long endLine, int endColumn) {
    /** The region of a range of a text that starts at the beginning of a line. */
    static Region of(String text, long firstLine, int start, int end) {
        long line = firstLine;
        int lineStart = 0;
        long startLine = firstLine;
        int startColumn = start + 1;
        for (int i = 0; i < end; i++) {
            if (i == start) {
                startLine = line;
                startColumn = start - lineStart + 1;
            }
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        if (start == end) {
            startLine = line;
            startColumn = start - lineStart + 1;
        }
        return new Region(startLine, startColumn, line, end - lineStart + 1);
    }

    void write(JsonOutput out, @Nullable String words) throws IOException {
        out.beginObject();
        out.member("startLine", startLine);
        out.member("startColumn", startColumn);
        out.member("endLine", endLine);
        out.member("endColumn", endColumn);
        if (words != null) {
            out.name("snippet").beginObject();
            out.member("text", words);
            out.endObject();
        }
        out.endObject();
    }
}
