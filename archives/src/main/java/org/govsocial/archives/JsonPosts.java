package org.govsocial.archives;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonInput.Kind;
import org.govsocial.json.JsonOutput;
import org.govsocial.model.Post;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/** A JSON document: a list of posts, an object that holds such a list as {@code posts}, or one post. */
final class JsonPosts implements PostReader {
    @Override
    public String id() {
        return "json";
    }

    @Override
    public String title() {
        return "a JSON document: a list of posts, an object with \"posts\", or one post";
    }

    @Override
    public int recognises(Input input) throws IOException {
        String name = input.name().toLowerCase(Locale.ROOT);
        if (input.isFolder() || name.endsWith(".pack.json")) {
            return 0;
        }
        boolean named = name.endsWith(".json");
        int posts = looksLikePosts(StrictText.head(input));
        return posts > 0
                        && (named
                                || name.equals("-")
                                || MediaFiles.extension(name).isEmpty())
                ? posts
                : named ? 20 : 0;
    }

    /** Reads as far as the first bytes go: 60 for the keys of a post where a post may stand. */
    static int looksLikePosts(String head) {
        JsonInput in = JsonInput.of("", head);
        try {
            boolean list = in.kind() == Kind.ARRAY;
            if (list) {
                in.beginArray();
            }
            in.beginObject();
            while (in.hasNext()) {
                String key = in.name();
                if (key.equals("text") && (in.kind() == Kind.STRING || in.isNull())
                        || key.equals("media") && in.kind() == Kind.ARRAY
                        || !list && key.equals("posts") && in.kind() == Kind.ARRAY) {
                    return 60;
                }
                in.skipValue();
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        try (StrictText text = StrictText.open(input, options)) {
            JsonInput in = JsonInput.of(input.name(), text);
            var draft = new PostDraft(options.zone());
            switch (in.kind()) {
                case ARRAY -> list(in, draft, input, out);
                case OBJECT -> object(in, draft, input, out);
                case END -> throw Emptiness.of(input.name());
                default -> throw notPosts(in);
            }
            in.end();
        } catch (JsonException e) {
            throw e.toInputException();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    private static JsonException notPosts(JsonInput in) {
        return in.error(
                "This JSON holds no posts.",
                "Give a list of posts, an object with \"posts\", or one post; each post has \"text\".");
    }

    private static void list(JsonInput in, PostDraft draft, Input input, PostSink out) throws IOException {
        in.beginArray();
        while (in.hasNext()) {
            int depth = in.depth();
            int taken = in.taken();
            Post post;
            try {
                post = draft.object(in, "post-" + (taken + 1));
            } catch (JsonException e) {
                in.leave(depth, taken);
                out.unreadable(e.problem());
                continue;
            }
            out.post(post, Location.pointer(input.name(), in.path()));
        }
        in.endArray();
    }

    /** Whether it is one post or holds many shows only on the way. */
    private static void object(JsonInput in, PostDraft draft, Input input, PostSink out) throws IOException {
        boolean holder = false;
        draft.clear();
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            if (key.equals("posts") && in.kind() == Kind.ARRAY) {
                holder = true;
                list(in, draft, input, out);
                draft.clear();
            } else if (holder) {
                in.skipValue();
            } else {
                draft.field(key, in);
            }
        }
        in.endObject();
        if (!holder) {
            try {
                out.post(draft.post("post-1"), Location.of(input.name()));
            } catch (FieldException e) {
                throw notPosts(in);
            }
        }
    }

    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public void rewrite(Input input, ReadOptions options, UnaryOperator<Post> change, OutputStream out)
            throws InputException, IOException {
        if (!options.encoding().equals(StandardCharsets.UTF_8)) {
            throw Rewriting.needsUtf8(input);
        }
        try (StrictText text = StrictText.open(input, options)) {
            JsonInput in = JsonInput.of(input.name(), text);
            JsonOutput json = JsonOutput.indented(out);
            var draft = new PostDraft(options.zone());
            if (in.kind() == Kind.ARRAY) {
                rewriteList(in, json, draft, change);
            } else {
                rewriteObject(in, json, draft, change);
            }
            in.end();
            json.endLine().flush();
        } catch (JsonException e) {
            throw e.toInputException();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    private static void rewriteList(JsonInput in, JsonOutput out, PostDraft draft, UnaryOperator<Post> change)
            throws IOException {
        in.beginArray();
        out.beginArray();
        while (in.hasNext()) {
            rewritePost(copied(in), "post-" + in.taken(), out, draft, change);
        }
        in.endArray();
        out.endArray();
    }

    /** One element as text of its own, so that it can be read first and written then. */
    private static String copied(JsonInput in) throws IOException {
        var text = new StringWriter();
        JsonOutput copy = JsonOutput.compact(text);
        in.copyTo(copy, (pointer, old) -> old);
        copy.flush();
        return text.toString();
    }

    private static void rewritePost(
            String record, String fallback, JsonOutput out, PostDraft draft, UnaryOperator<Post> change)
            throws IOException {
        JsonInput.Rewording rewording = (pointer, old) -> old;
        try {
            Post post = draft.object(JsonInput.of("", record), fallback);
            rewording = Rewriting.of(post, change.apply(post));
        } catch (JsonException e) {
            // Not a post: copied as it is.
        }
        JsonInput.of("", record).copyTo(out, rewording);
    }

    private static void rewriteObject(JsonInput in, JsonOutput out, PostDraft draft, UnaryOperator<Post> change)
            throws IOException {
        // One object is held in memory, be it a post or a holder of posts: whoever asks for fixes wrote it by hand.
        String record = copied(in);
        JsonInput whole = JsonInput.of("", record);
        if (!holdsPosts(record)) {
            rewritePost(record, "post-1", out, draft, change);
            return;
        }
        whole.beginObject();
        out.beginObject();
        while (whole.hasNext()) {
            String key = whole.name();
            out.name(key);
            if (key.equals("posts") && whole.kind() == Kind.ARRAY) {
                rewriteList(whole, out, draft, change);
            } else {
                whole.copyTo(out, (pointer, old) -> old);
            }
        }
        whole.endObject();
        out.endObject();
    }

    private static boolean holdsPosts(String record) throws IOException {
        JsonInput in = JsonInput.of("", record);
        in.beginObject();
        while (in.hasNext()) {
            if (in.name().equals("posts") && in.kind() == Kind.ARRAY) {
                return true;
            }
            in.skipValue();
        }
        return false;
    }
}
