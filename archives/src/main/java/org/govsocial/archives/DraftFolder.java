package org.govsocial.archives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.govsocial.engine.Inputs;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * A folder that is one draft: the words in {@code post.txt} or {@code post.md}, pictures, videos and sound beside it in
 * the order of their names, each picture's words in {@code NAME.alt.txt} ({@code photo.jpg.alt.txt} or {@code
 * photo.alt.txt}), captions under the video's name. A picture without such a file, or with a blank one, has no text
 * alternative; one whose file says {@code (decorative)} and nothing else carries no meaning.
 */
final class DraftFolder implements PostReader {
    private static final List<String> NAMES = List.of("post.txt", "post.md");
    private static final String ALT = ".alt.txt";
    static final String DECORATIVE = "(decorative)";

    @Override
    public String id() {
        return "draft-folder";
    }

    @Override
    public String title() {
        return "a folder that is one post: post.txt, pictures, NAME.alt.txt, captions";
    }

    @Override
    public int recognises(Input input) {
        Path folder = input.path();
        return folder != null && input.isFolder() && Inputs.isDraft(folder) ? 100 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        Path folder = input.path();
        if (folder == null || !input.isFolder()) {
            throw new InputException(input.name(), "This is not a folder.", "Name a folder that holds post.txt.");
        }
        Map<String, String> files = names(folder);
        String words = NAMES.stream().filter(files::containsKey).findFirst().orElse("");
        if (words.isEmpty()) {
            throw new InputException(
                    input.name(), "There is neither post.txt nor post.md.", "Put the words of the post in post.txt.");
        }
        if (NAMES.stream().allMatch(files::containsKey)) {
            throw new InputException(
                    input.name(), "There are both post.txt and post.md.", "Keep the one that holds the post.");
        }
        var media = new ArrayList<Media>();
        for (String file : files.values()) {
            Media.Kind kind = MediaFiles.kindOf(file);
            if (kind != Media.Kind.OTHER) {
                media.add(medium(input, folder, files, file, kind, options));
            }
        }
        String text = PlainText.words(inside(input, folder, words), options).text();
        out.post(Post.of(name(input, folder), text).withMedia(media), new Location(input.name() + "/" + words, 0, ""));
    }

    private static String name(Input input, Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null || last.toString().isBlank() ? input.name() : last.toString();
    }

    /** The files in the order of their names, by name in lower case. */
    private static Map<String, String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var names = new java.util.LinkedHashMap<String, String>();
            files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted(Comparator.naturalOrder())
                    .forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
            return names;
        }
    }

    private static Media medium(
            Input input, Path folder, Map<String, String> files, String file, Media.Kind kind, ReadOptions options)
            throws InputException, IOException {
        String lower = file.toLowerCase(Locale.ROOT);
        Media medium = Media.of(kind, TextAlternative.MISSING).withFile(file);
        String alt = first(files, lower + ALT, MediaFiles.stem(lower) + ALT);
        if (alt != null) {
            medium = medium.withAlt(alternative(inside(input, folder, alt), options));
        }
        String captions = first(
                files,
                lower + ".vtt",
                lower + ".srt",
                MediaFiles.stem(lower) + ".vtt",
                MediaFiles.stem(lower) + ".srt",
                MediaFiles.stem(lower) + ".en.vtt",
                MediaFiles.stem(lower) + ".en.srt");
        return captions == null || medium.isPicture() ? medium : medium.withCaptions(captions);
    }

    private static @org.jspecify.annotations.Nullable String first(Map<String, String> files, String... names) {
        for (String name : names) {
            String found = files.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static TextAlternative alternative(Input file, ReadOptions options) throws InputException, IOException {
        try (StrictText in = StrictText.open(file, options)) {
            String words = in.all(PlainText.MAX_POST).replace("\r\n", "\n").strip();
            return words.equals(DECORATIVE) ? TextAlternative.DECORATIVE : TextAlternative.of(words);
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    private static Input inside(Input input, Path folder, String file) {
        return Inputs.file(folder.resolve(file), input.name() + "/" + file);
    }
}
