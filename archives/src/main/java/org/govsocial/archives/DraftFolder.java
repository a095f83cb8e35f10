package org.govsocial.archives;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
import org.jspecify.annotations.Nullable;

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
        Draft draft = draft(input, options);
        out.post(draft.post(), Location.of(draft.words().name()));
    }

    /** A draft, with the file of its words and, medium by medium, the file of the text alternative. */
    private record Draft(Post post, Input words, List<Optional<Input>> alternatives) {}

    private static Draft draft(Input input, ReadOptions options) throws InputException, IOException {
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
        var alternatives = new ArrayList<Optional<Input>>();
        for (String file : files.values()) {
            Media.Kind kind = MediaFiles.kindOf(file);
            if (kind != Media.Kind.OTHER) {
                Optional<Input> alternative = alternative(input, folder, files, file);
                media.add(medium(files, file, kind, alternative, options));
                alternatives.add(alternative);
            }
        }
        Input text = inside(input, folder, files.getOrDefault(words, words));
        Post post = Post.of(name(input, folder), PlainText.words(text, options).text());
        return new Draft(post.withMedia(media), text, alternatives);
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public List<Input> files(Input input) throws IOException {
        Path folder = input.path();
        if (folder == null) {
            return List.of();
        }
        return names(folder).values().stream()
                .filter(file -> NAMES.contains(file.toLowerCase(Locale.ROOT))
                        || file.toLowerCase(Locale.ROOT).endsWith(ALT))
                .map(file -> inside(input, folder, file))
                .toList();
    }

    /** Copies the file of the words, or of one text alternative; the other files of the folder say what belongs to it. */
    @Override
    public void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
            throws InputException, IOException {
        Path file = input.path();
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (file == null || folder == null) {
            throw new InputException(input.name(), "This is not in a folder.", "Name a folder that holds post.txt.");
        }
        Draft draft = draft(Inputs.file(folder, parentOf(input.name())), options);
        Post changed = change.apply(draft.post());
        if (isSame(file, draft.words())) {
            PlainText.rewrite(input, options, PlainText.words(input, options), changed.text(), out);
            return;
        }
        for (int i = 0; i < draft.alternatives().size(); i++) {
            String field = "/media/" + i + "/alt";
            String was = draft.post().textAt(field);
            String now = changed.textAt(field);
            boolean here = isSame(file, draft.alternatives().get(i).orElse(null));
            if (here && was != null && now != null && !was.equals(now)) {
                PlainText.rewrite(input, options, PlainText.words(input, options), now, out);
                return;
            }
        }
        try (var in = input.open()) {
            in.transferTo(out);
        }
    }

    private static boolean isSame(Path file, @Nullable Input other) {
        Path path = other == null ? null : other.path();
        return path != null && file.toAbsolutePath().equals(path.toAbsolutePath());
    }

    private static String parentOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash <= 0 ? "." : name.substring(0, slash);
    }

    private static String name(Input input, Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null || last.toString().isBlank() ? input.name() : last.toString();
    }

    /** The files in the order of their names, by name in lower case. */
    private static Map<String, String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            var names = new LinkedHashMap<String, String>();
            files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted(Comparator.naturalOrder())
                    .forEach(name -> names.put(name.toLowerCase(Locale.ROOT), name));
            return names;
        }
    }

    private static Optional<Input> alternative(Input input, Path folder, Map<String, String> files, String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        String alt = first(files, lower + ALT, MediaFiles.stem(lower) + ALT);
        return alt == null ? Optional.empty() : Optional.of(inside(input, folder, alt));
    }

    private static Media medium(
            Map<String, String> files, String file, Media.Kind kind, Optional<Input> alternative, ReadOptions options)
            throws InputException, IOException {
        String stem = MediaFiles.stem(file.toLowerCase(Locale.ROOT));
        String whole = file.toLowerCase(Locale.ROOT);
        Media medium = Media.of(
                        kind, alternative.isEmpty() ? TextAlternative.MISSING : words(alternative.get(), options))
                .withFile(file);
        String captions = first(
                files,
                whole + ".vtt",
                whole + ".srt",
                stem + ".vtt",
                stem + ".srt",
                stem + ".en.vtt",
                stem + ".en.srt");
        return captions == null || medium.isPicture() ? medium : medium.withCaptions(captions);
    }

    private static @Nullable String first(Map<String, String> files, String... names) {
        for (String name : names) {
            String found = files.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static TextAlternative words(Input file, ReadOptions options) throws InputException, IOException {
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
