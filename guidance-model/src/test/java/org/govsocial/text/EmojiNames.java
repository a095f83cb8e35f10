package org.govsocial.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.ibm.icu.lang.UCharacter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the names of the emoji from the npm packages {@code cldr-annotations-full} and {@code
 * cldr-annotations-derived-full}, version 48.2.0 (ICU4J has no such names):
 *
 * <pre>npm install --prefix target/cldr cldr-annotations-full@48.2.0 cldr-annotations-derived-full@48.2.0
 *mvn -pl guidance-model test -Dtest=UnicodeTablesTest -Dgovsocial.writeTables=true \
 *    -Dgovsocial.cldrAnnotations=$PWD/target/cldr/node_modules</pre>
 */
final class EmojiNames {

    private EmojiNames() {}

    /** One name a line, in the order of {@link UnicodeTables#emojiSequences}. */
    static String lines(Path packages) throws IOException {
        Map<String, String> names = new HashMap<>();
        add(names, packages.resolve("cldr-annotations-full/annotations/en/annotations.json"), "annotations");
        add(
                names,
                packages.resolve("cldr-annotations-derived-full/annotationsDerived/en/annotations.json"),
                "annotationsDerived");
        return UnicodeTables.emojiSequences().stream()
                .map(emoji -> names.getOrDefault(emoji, ofCharacters(emoji)) + "\n")
                .collect(Collectors.joining());
    }

    private static void add(Map<String, String> names, Path file, String root) throws IOException {
        JsonObject annotations = JsonParser.parseString(Files.readString(file))
                .getAsJsonObject()
                .getAsJsonObject(root)
                .getAsJsonObject("annotations");
        for (Map.Entry<String, JsonElement> annotation : annotations.entrySet()) {
            JsonObject value = annotation.getValue().getAsJsonObject();
            if (value.has("tts")) {
                names.put(
                        annotation.getKey().replace(String.valueOf(Emoji.EMOJI_STYLE), ""),
                        value.getAsJsonArray("tts").get(0).getAsString());
            }
        }
    }

    /** For emoji newer than the names: the name of the character, and of its skin tone as others have it. */
    private static String ofCharacters(String emoji) {
        String[] tones = {"light", "medium-light", "medium", "medium-dark", "dark"};
        return emoji.codePoints()
                .mapToObj(codePoint -> codePoint >= 0x1F3FB && codePoint <= 0x1F3FF
                        ? tones[codePoint - 0x1F3FB] + " skin tone"
                        : UCharacter.getName(codePoint).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(": "));
    }
}
