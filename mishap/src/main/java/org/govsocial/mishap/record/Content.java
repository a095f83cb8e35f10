package org.govsocial.mishap.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.json.JsonInput;
import org.govsocial.json.JsonOutput;
import org.jspecify.annotations.Nullable;

/**
 * The part of an entry that may be erased by authorised disposal or withheld from a release.
 *
 * @param who who recorded it
 * @param at when it happened, where that is not the moment of recording; otherwise null
 * @param text what happened; may be empty
 * @param fields facts for programs, in their order
 * @param clockStepBack how far the computer's clock stood behind the entry before, when it did; otherwise null
 * @param withheld in a release copy, what was withheld and on what ground; empty in the log itself
 */
public record Content(
        String who,
        @Nullable OffsetDateTime at,
        String text,
        Map<String, String> fields,
        @Nullable Duration clockStepBack,
        List<Withheld> withheld) {
    /** Makes the collections immutable. */
    public Content {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        withheld = List.copyOf(withheld);
    }

    /**
     * Something that a release copy does not show.
     *
     * @param field JSON Pointer of the field, for example {@code "/text"}; empty for the whole entry
     * @param ground the ground for withholding it, as the requester is told
     */
    public record Withheld(String field, String ground) {}

    static Content of(Draft draft, @Nullable Duration clockStepBack) {
        return new Content(draft.who(), draft.at(), draft.text(), draft.fields(), clockStepBack, List.of());
    }

    byte[] toJson() {
        var bytes = new ByteArrayOutputStream(256);
        JsonOutput out = JsonOutput.compact(bytes);
        try {
            out.beginObject();
            out.member("who", who);
            if (at != null) {
                out.member("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
            }
            if (!text.isEmpty()) {
                out.member("text", text);
            }
            if (!fields.isEmpty()) {
                out.name("fields").beginObject();
                for (var field : fields.entrySet()) {
                    out.member(field.getKey(), field.getValue());
                }
                out.endObject();
            }
            if (clockStepBack != null) {
                out.member("clockStepBack", clockStepBack.toString());
            }
            if (!withheld.isEmpty()) {
                out.name("withheld").beginArray();
                for (Withheld passage : withheld) {
                    out.beginObject();
                    out.member("field", passage.field());
                    out.member("ground", passage.ground());
                    out.endObject();
                }
                out.endArray();
            }
            out.endObject();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** Unknown keys are later versions' and are passed over. */
    static Content parse(byte[] json) throws IOException {
        String who = "";
        OffsetDateTime at = null;
        String text = "";
        var fields = new LinkedHashMap<String, String>();
        Duration clockStepBack = null;
        var withheld = new ArrayList<Withheld>();
        JsonInput in = JsonInput.of("an entry's body", new String(json, StandardCharsets.UTF_8))
                .strictKeys(true);
        try {
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "who" -> who = in.string();
                    case "at" -> at = OffsetDateTime.parse(in.string());
                    case "text" -> text = in.string();
                    case "fields" -> {
                        in.beginObject();
                        while (in.hasNext()) {
                            fields.put(in.name(), in.string());
                        }
                        in.endObject();
                    }
                    case "clockStepBack" -> clockStepBack = Duration.parse(in.string());
                    case "withheld" -> {
                        in.beginArray();
                        while (in.hasNext()) {
                            withheld.add(parseWithheld(in));
                        }
                        in.endArray();
                    }
                    default -> in.skipValue();
                }
            }
            in.endObject();
            in.end();
        } catch (DateTimeException e) {
            throw new IOException("an entry's body holds a time that cannot be read: " + e.getMessage(), e);
        }
        return new Content(who, at, text, fields, clockStepBack, withheld);
    }

    private static Withheld parseWithheld(JsonInput in) throws IOException {
        String field = "";
        String ground = "";
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "field" -> field = in.string();
                case "ground" -> ground = in.string();
                default -> in.skipValue();
            }
        }
        in.endObject();
        return new Withheld(field, ground);
    }
}
