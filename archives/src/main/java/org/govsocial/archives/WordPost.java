package org.govsocial.archives;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.jspecify.annotations.Nullable;

/**
 * A Word document as one post, with its pictures. The text alternative is what Word keeps as the picture's description; a
 * picture marked as decorative in Word is decorative. Words that were deleted with changes tracked are left out; headers,
 * footers, notes and comments are not part of the post.
 */
final class WordPost implements PostReader {
    private static final String FOLDER = "word/";
    private static final String DOCUMENT = FOLDER + "document.xml";

    @Override
    public String id() {
        return "docx";
    }

    @Override
    public String title() {
        return "a Word document that is one post, with its pictures";
    }

    @Override
    public int recognises(Input input) throws IOException {
        return OfficeFile.isNamed(input, "docx") ? 95 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        OfficeFile.read(input, file -> {
            Map<String, String> relations = file.relations(DOCUMENT);
            var body = new Body(relations);
            try (InputStream in = file.part(DOCUMENT)) {
                body.read(XmlEvents.open(input.name() + "!/" + DOCUMENT, in), input.name());
            }
            String text = body.text.toString().strip();
            if (text.isEmpty() && body.media.isEmpty()) {
                throw Emptiness.of(input.name());
            }
            String name = input.name().substring(input.name().lastIndexOf('/') + 1);
            Post post = Post.of(name, text).withMedia(body.media);
            Path path = input.path();
            if (path == null) {
                out.post(post, Location.of(input.name()));
            } else {
                out.post(post, Location.of(input.name()), new ZipAttachments(input.name(), path, FOLDER));
            }
        });
    }

    /** Gathers words and pictures in the order of the document. */
    private static final class Body {
        private final Map<String, String> relations;
        private final StringBuilder text = new StringBuilder();
        private final List<Media> media = new ArrayList<>();

        private boolean drawing;
        private @Nullable String description;
        private boolean decorative;
        private @Nullable String picture;

        Body(Map<String, String> relations) {
            this.relations = relations;
        }

        void read(XmlEvents xml, String name) throws InputException, IOException {
            boolean words = false;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        // The fallback says the same again for old programs; deleted words are gone.
                        if (xml.element().equals("Fallback")
                                || xml.element().equals("del")
                                || xml.element().equals("instrText")) {
                            xml.skip();
                        } else {
                            words = start(xml, words);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        words &= !xml.element().equals("t");
                        end(xml.element());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (words) {
                            text.append(xml.text());
                        }
                    }
                    default -> {}
                }
                if (text.length() > PlainText.MAX_POST) {
                    throw new InputException(
                            name,
                            "The document is longer than any post.",
                            "Put each post into a document of its own, or into rows of a spreadsheet.");
                }
            }
        }

        private boolean start(XmlEvents xml, boolean words) {
            switch (xml.element()) {
                case "t" -> {
                    return true;
                }
                case "tab" -> text.append(text.isEmpty() || text.charAt(text.length() - 1) == '\n' ? "" : "\t");
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "drawing", "pict" -> {
                    drawing = true;
                    description = null;
                    decorative = false;
                    picture = null;
                }
                case "docPr", "shape" -> {
                    if (drawing && description == null) {
                        String descr = xml.attribute("descr");
                        description = descr == null ? xml.attribute("alt") : descr;
                    }
                }
                case "decorative" -> decorative |= drawing && !"0".equals(xml.attribute("val"));
                case "blip" ->
                    picture = xml.attribute("embed") == null ? xml.attribute("link") : xml.attribute("embed");
                case "imagedata" -> picture = xml.attribute("id");
                default -> {}
            }
            return words;
        }

        private void end(String element) {
            switch (element) {
                case "p" -> text.append('\n');
                case "drawing", "pict" -> {
                    if (drawing && picture != null) {
                        String part = relations.get(picture);
                        Media.Kind kind = MediaFiles.kindOf(OfficeFile.mediaName(part));
                        Media medium = Media.of(
                                kind == Media.Kind.OTHER ? Media.Kind.IMAGE : kind,
                                decorative
                                        ? TextAlternative.DECORATIVE
                                        : TextAlternative.of(description == null ? "" : description));
                        // A picture that is linked rather than held is elsewhere.
                        media.add(
                                part == null || !part.startsWith(FOLDER + "media/")
                                        ? medium
                                        : medium.withFile(part.substring(FOLDER.length())));
                    }
                    drawing = false;
                }
                default -> {}
            }
        }
    }
}
