package org.govsocial.reports;

import java.io.IOException;
import java.io.OutputStream;
import org.govsocial.model.Paper;
import org.govsocial.spi.DocumentFormat;

/** The formats of documents. One class, and no method references, since every start of a check loads it. */
enum PaperFormat implements DocumentFormat {
    MARKDOWN("md", "Markdown, for wikis and version control"),
    HTML("html", "a web page in one file, for sharing and printing"),
    WORD("docx", "a Word document, to edit and sign");

    private final String id;
    private final String title;

    PaperFormat(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String ending() {
        return id;
    }

    @Override
    public void write(Paper paper, OutputStream out) throws IOException {
        switch (this) {
            case MARKDOWN -> new MarkdownPaper(paper, out).write();
            case HTML -> new HtmlPaper(paper, out).write();
            case WORD -> new WordPaper(paper).write(out);
        }
    }
}
