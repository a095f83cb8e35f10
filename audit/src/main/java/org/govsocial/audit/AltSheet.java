package org.govsocial.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govsocial.answers.Sheet;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.InputException;

/**
 * Text alternatives that an archive left out, from a sheet with the columns {@code post} (its id), {@code media} (its
 * number in the post, from 1) and {@code alt}. An empty {@code alt} says that there was none; {@code (decorative)} that the
 * medium carries no meaning. Only what is unknown is filled in. Used by one thread.
 */
public final class AltSheet {
    private static final String DECORATIVE = "(decorative)";

    private final Map<String, Map<Integer, TextAlternative>> byPost;
    private final Set<String> met = new HashSet<>();
    private long filled;

    private AltSheet(Map<String, Map<Integer, TextAlternative>> byPost) {
        this.byPost = byPost;
    }

    /**
     * A sheet that knows nothing.
     *
     * @return an empty sheet
     */
    public static AltSheet none() {
        return new AltSheet(Map.of());
    }

    /**
     * Reads a sheet.
     *
     * @param name for messages
     * @param in CSV in UTF-8; closed at the end
     * @return the sheet
     * @throws InputException when it is no such sheet: file, line, what was wrong, what to do
     * @throws IOException when it cannot be read
     */
    public static AltSheet read(String name, InputStream in) throws InputException, IOException {
        var byPost = new HashMap<String, Map<Integer, TextAlternative>>();
        Sheet.read(name, in, List.of("post", "media", "alt"), row -> {
            String number = row.cell("media");
            if (!number.matches("[1-9]\\d{0,3}")) {
                throw new InputException(
                        name + ":" + row.line(),
                        "\"" + number + "\" under \"media\" is no number of a picture.",
                        "Write 1 for the first picture or video of the post, 2 for the second.");
            }
            if (row.cell("post").isEmpty()) {
                throw new InputException(
                        name + ":" + row.line(), "The cell under \"post\" is empty.", "Give the post's id.");
            }
            String alt = row.cell("alt");
            byPost.computeIfAbsent(row.cell("post"), p -> new HashMap<>())
                    .put(
                            Integer.parseInt(number),
                            alt.equals(DECORATIVE) ? TextAlternative.DECORATIVE : TextAlternative.of(alt));
        });
        return new AltSheet(byPost);
    }

    /**
     * How many text alternatives were filled in.
     *
     * @return the number so far
     */
    public long filled() {
        return filled;
    }

    /**
     * How many posts of the sheet were not among those read.
     *
     * @return the number
     */
    public long unmet() {
        return (long) byPost.size() - met.size();
    }

    /** The post with what the sheet knows of it. */
    Post completed(Post post) {
        Map<Integer, TextAlternative> known = byPost.get(post.id());
        if (known == null) {
            return post;
        }
        met.add(post.id());
        var media = new ArrayList<Media>(post.media());
        for (int i = 0; i < media.size(); i++) {
            TextAlternative alt = known.get(i + 1);
            if (alt != null && media.get(i).alt() instanceof TextAlternative.Unknown) {
                media.set(i, media.get(i).withAlt(alt));
                filled++;
            }
        }
        return post.withMedia(media);
    }
}
