package org.govsocial.archives;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.govsocial.model.Account;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A feed, RSS 2.0 or Atom 1.0 (RFC 4287), one post an item: the title and, below it, the words of the description or
 * content. Pictures are those of the content; of one without {@code alt} the text alternative is missing, an empty {@code
 * alt} marks it as decorative, as HTML does.
 */
final class SyndicationFeed implements PostReader {
    @Override
    public String id() {
        return "feed";
    }

    @Override
    public String title() {
        return "RSS or Atom feed";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        String head = StrictText.head(input);
        boolean feed = head.contains("<rss") || head.contains("<feed") && head.contains("http://www.w3.org/2005/Atom");
        return switch (MediaFiles.extension(input.name())) {
            case "rss", "atom" -> feed ? 95 : 40;
            case "xml" -> feed ? 90 : 0;
            default -> feed && input.name().equals("-") ? 80 : 0;
        };
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        if (input.head().length == 0) {
            throw Emptiness.of(input.name());
        }
        try (InputStream in = input.open()) {
            XmlEvents xml = XmlEvents.open(input.name(), in);
            boolean feed = false;
            long items = 0;
            String author = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.element()) {
                    case "rss", "feed" -> feed |= xml.depth() == 1;
                    case "author" -> author = xml.content(PlainText.MAX_POST).strip();
                    case "item", "entry" -> {
                        if (feed) {
                            items++;
                            item(xml, input.name(), items, author, out);
                        }
                    }
                    default -> {
                        // Text between is of no interest.
                    }
                }
            }
            if (!feed) {
                throw new InputException(
                        input.name(), "This XML is neither an RSS nor an Atom feed.", "Name a feed, or use --from.");
            }
        }
    }

    private static void item(XmlEvents xml, String name, long number, String feedAuthor, PostSink out)
            throws InputException, IOException {
        int line = xml.line();
        int outside = xml.depth() - 1;
        String id = "";
        String title = "";
        String body = "";
        String link = "";
        String author = feedAuthor;
        Instant time = null;
        while (xml.depth() > outside && xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.element()) {
                case "title" -> title = HtmlText.of(xml.content(PlainText.MAX_POST));
                case "link" -> {
                    String href = xml.attribute("href");
                    String rel = xml.attribute("rel");
                    String said = href == null ? xml.content(10_000).strip() : href;
                    link = rel == null || rel.equals("alternate") ? said : link;
                }
                case "guid", "id" -> id = xml.content(10_000).strip();
                case "pubDate", "published", "updated", "date" -> {
                    Instant found = time(xml.content(200).strip());
                    time = time == null ? found : time;
                }
                case "description", "summary" -> {
                    String words = xml.content(PlainText.MAX_POST);
                    body = body.isEmpty() ? words : body;
                }
                case "content", "encoded" -> {
                    String words = xml.content(PlainText.MAX_POST);
                    body = words.isBlank() ? body : words;
                }
                case "author", "creator" -> author = xml.content(10_000).strip();
                default -> xml.skip();
            }
        }
        String words = HtmlText.of(body);
        // Platforms put the start of the words into the title as well.
        boolean same = title.isEmpty() || words.startsWith(title.replaceFirst("(…|\\.\\.\\.)$", ""));
        String text = words.isEmpty() ? title : same ? words : title + "\n\n" + words;
        List<Media> media = media(body);
        var where = Location.line(name, line);
        if (text.isBlank() && media.isEmpty()) {
            out.skipped(where, "records without words");
            return;
        }
        String address = link.isEmpty() && id.startsWith("http") ? id : link;
        String identity = id.isEmpty() ? address : id;
        out.post(
                Post.of(identity.isBlank() ? "item-" + number : identity, text)
                        .withTime(time)
                        .withUrl(address.startsWith("http") ? PostDraft.uri(address) : null)
                        .withAccount(author.isBlank() ? Account.UNKNOWN : Account.of(author.strip()))
                        .withMedia(media),
                where);
    }

    private static List<Media> media(String html) {
        var media = new ArrayList<Media>();
        if (html.contains("<img")) {
            for (Element image : Jsoup.parseBodyFragment(html).select("img")) {
                String alt = image.attr("alt");
                boolean decorative = image.hasAttr("alt") && alt.isEmpty();
                Media.Kind kind = MediaFiles.kindOf(image.attr("src").replaceFirst("[?#].*", ""));
                media.add(Media.of(
                        kind == Media.Kind.ANIMATION ? kind : Media.Kind.IMAGE,
                        decorative ? TextAlternative.DECORATIVE : TextAlternative.of(alt)));
            }
        }
        return media;
    }

    private static @Nullable Instant time(String written) {
        Instant iso = PostDraft.isoTime(written, ZoneOffset.UTC);
        if (iso != null) {
            return iso;
        }
        try {
            String named = written.replaceFirst(" (?:UT|Z)$", " GMT");
            return OffsetDateTime.parse(named, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
