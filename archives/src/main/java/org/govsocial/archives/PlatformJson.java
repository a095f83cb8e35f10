package org.govsocial.archives;

import java.io.IOException;
import java.util.Locale;
import org.govsocial.json.JsonException;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonInput.Kind;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * How JSON that platforms make is read. It changes without notice: a value of another kind than the one that is known is
 * passed over, and a record that makes no sense costs that record only.
 */
final class PlatformJson {
    private PlatformJson() {}

    /** Reads the value that comes next. */
    interface Part {
        void read(JsonInput in) throws IOException;
    }

    /** Reads the value of a member. */
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads a whole document, and reports what is missing in it. */
    interface Document {
        void read(JsonInput in) throws InputException, IOException;
    }

    /** Whether an input may be JSON by its name: standard input may be anything. */
    static boolean isNamedJson(Input input) {
        String name = input.name().toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.equals("-");
    }

    /** Reads an input that holds one document and nothing behind it. */
    static void read(Input input, ReadOptions options, Document document) throws InputException, IOException {
        try (StrictText text = StrictText.open(input, options)) {
            JsonInput in = JsonInput.of(input.name(), text);
            if (in.kind() == Kind.END) {
                throw Emptiness.of(input.name());
            }
            document.read(in);
            in.end();
        } catch (JsonException e) {
            throw e.toInputException();
        } catch (NotTextException e) {
            throw e.toInputException();
        }
    }

    /** Reads a record; one that makes no sense is told of, and reading goes on behind it. Says whether it was read. */
    static boolean record(JsonInput in, PostSink out, Part record) throws IOException {
        int depth = in.depth();
        int taken = in.taken();
        try {
            record.read(in);
            return true;
        } catch (JsonException e) {
            in.leave(depth, taken);
            out.unreadable(e.problem());
            return false;
        }
    }

    /** Reads each element of a list; passes over anything else. */
    static void each(JsonInput in, Part element) throws IOException {
        if (in.kind() != Kind.ARRAY) {
            in.skipValue();
            return;
        }
        in.beginArray();
        while (in.hasNext()) {
            element.read(in);
        }
        in.endArray();
    }

    /** Reads each member of an object; passes over anything else. */
    static void members(JsonInput in, Member member) throws IOException {
        if (in.kind() != Kind.OBJECT) {
            in.skipValue();
            return;
        }
        in.beginObject();
        while (in.hasNext()) {
            member.read(in.name());
        }
        in.endObject();
    }

    /** A string; empty for anything else. */
    static String text(JsonInput in) throws IOException {
        if (in.kind() == Kind.STRING) {
            return in.string();
        }
        in.skipValue();
        return "";
    }
}
