package org.govsocial.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads objects whose keys are all known, and the values that stand in them. Every method throws {@link JsonException} when
 * the JSON is not what it should be, and another {@link IOException} when it cannot be read.
 */
public final class StrictObject {
    private StrictObject() {}

    /** Reads the value of a key. */
    @FunctionalInterface
    public interface Member {
        /**
         * Reads it.
         *
         * @param key one of the known keys
         * @throws IOException when the value is wrong or cannot be read
         */
        void read(String key) throws IOException;
    }

    /**
     * Reads an element of a list.
     *
     * @param <T> what it is
     */
    @FunctionalInterface
    public interface Element<T> {
        /**
         * Reads it.
         *
         * @return the element
         * @throws IOException when the value is wrong or cannot be read
         */
        T read() throws IOException;
    }

    /**
     * Opens UTF-8, with objects that hold no key twice.
     *
     * @param where the input's name, for messages
     * @param bytes UTF-8; not closed
     * @return a reader at the start
     */
    public static JsonInput open(String where, InputStream bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return JsonInput.of(where, new InputStreamReader(bytes, decoder)).strictKeys(true);
    }

    /**
     * Reads an object.
     *
     * @param in where it is
     * @param what it is called in messages, such as "a plan"
     * @param required keys that have to be there
     * @param optional keys that may be there
     * @param member reads the value of each key
     * @throws IOException see above
     */
    public static void read(JsonInput in, String what, List<String> required, List<String> optional, Member member)
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

    /**
     * Reads a list.
     *
     * @param <T> what its elements are
     * @param in where it is
     * @param element reads each element
     * @return the elements
     * @throws IOException see above
     */
    public static <T> List<T> list(JsonInput in, Element<T> element) throws IOException {
        var list = new ArrayList<T>();
        in.beginArray();
        while (in.hasNext()) {
            list.add(element.read());
        }
        in.endArray();
        return list;
    }

    /**
     * Reads a list of texts.
     *
     * @param in where it is
     * @return the texts, none of them blank
     * @throws IOException see above
     */
    public static List<String> texts(JsonInput in) throws IOException {
        return list(in, () -> text(in));
    }

    /**
     * Reads text that is not blank.
     *
     * @param in where it is
     * @return the text
     * @throws IOException see above
     */
    public static String text(JsonInput in) throws IOException {
        String text = in.string();
        if (text.isBlank()) {
            throw in.error("There is nothing here.", "Write something, or take the key out where it is optional.");
        }
        return text;
    }

    /**
     * Reads one of some words.
     *
     * @param in where it is
     * @param words that it may be
     * @return the word
     * @throws IOException see above
     */
    public static String word(JsonInput in, List<String> words) throws IOException {
        String word = text(in);
        if (!words.contains(word)) {
            throw in.error(
                    "\"" + word + "\" is not one of the values here.", "Write " + String.join(" or ", words) + ".");
        }
        return word;
    }

    /**
     * Reads a day.
     *
     * @param in where it is
     * @return the day
     * @throws IOException see above
     */
    public static LocalDate day(JsonInput in) throws IOException {
        String day = text(in);
        try {
            if (day.length() == 10) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeException e) {
            throw in.error("\"" + day + "\" is not a day.", "Write it as 2027-08-31.");
        }
        throw in.error("\"" + day + "\" is not a day.", "Write it as 2027-08-31.");
    }

    /**
     * Reads a whole number.
     *
     * @param in where it is
     * @param least the least that it may be
     * @param most the most that it may be
     * @return the number
     * @throws IOException see above
     */
    public static int integer(JsonInput in, int least, int most) throws IOException {
        int number = in.integer();
        if (number < least || number > most) {
            throw in.error(number + " is out of range.", "Write a number from " + least + " to " + most + ".");
        }
        return number;
    }

    /**
     * Reads the number of the format, which is 1.
     *
     * @param in where it is
     * @param what has the format, such as "A plan"
     * @throws IOException see above
     */
    public static void format(JsonInput in, String what) throws IOException {
        int format = in.integer();
        if (format != 1) {
            throw in.error(
                    what + " of format " + format + " cannot be read; this release reads format 1.",
                    "Use a newer release, or write format 1.");
        }
    }
}
