package org.govsocial.planning.decision;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.govsocial.json.JsonInput;

/** Reads objects whose keys are all known. */
final class StrictObject {
    private StrictObject() {}

    interface Member {
        void read(String key) throws IOException;
    }

    interface Element<T> {
        T read() throws IOException;
    }

    static void read(JsonInput in, String what, List<String> required, List<String> optional, Member member)
            throws IOException {
        var missing = new ArrayList<>(required);
        in.beginObject();
        String at = in.path();
        while (in.hasNext()) {
            String key = in.name();
            if (!required.contains(key) && !optional.contains(key)) {
                var known = new TreeSet<>(required);
                known.addAll(optional);
                throw in.error(
                        "\"" + key + "\" is not a key of " + what + ".",
                        "The keys are " + String.join(", ", known) + ".");
            }
            missing.remove(key);
            member.read(key);
        }
        if (!missing.isEmpty()) {
            throw in.errorAt(at, "\"" + missing.get(0) + "\" is missing: " + what + " needs it.", "Add it.");
        }
        in.endObject();
    }

    static <T> List<T> list(JsonInput in, Element<T> element) throws IOException {
        var list = new ArrayList<T>();
        in.beginArray();
        while (in.hasNext()) {
            list.add(element.read());
        }
        in.endArray();
        return list;
    }

    static String text(JsonInput in) throws IOException {
        String text = in.string();
        if (text.isBlank()) {
            throw in.error("There is nothing here.", "Write something, or take the key out where it is optional.");
        }
        return text;
    }

    static int integer(JsonInput in, int least, int most) throws IOException {
        int number = in.integer();
        if (number < least || number > most) {
            throw in.error(number + " is out of range.", "Write a number from " + least + " to " + most + ".");
        }
        return number;
    }

    static void format(JsonInput in, String what) throws IOException {
        int format = in.integer();
        if (format != 1) {
            throw in.error(
                    what + " of format " + format + " cannot be read; this release reads format 1.",
                    "Use a newer release, or write format 1.");
        }
    }
}
