package org.govsocial.testkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govsocial.json.JsonInput;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.CaptionTrack.Fault;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Motion;
import org.govsocial.model.PictureWords;
import org.govsocial.model.Seen;
import org.govsocial.model.TextAlternative;
import org.govsocial.model.TextColours;
import org.jspecify.annotations.Nullable;

/** Reads a medium of an example, with what a probe would see in its files. */
final class ExampleMedia {
    private static final String KNOWN =
            "kind, alt, decorative, unknown, file, captions, cues, faults, bytes, size, frames,"
                    + " loops, duration, flashes, embeddedAlt, location, words, colours, sound, cannotTell";

    private final JsonInput in;
    private Media.Kind kind = Media.Kind.IMAGE;
    private TextAlternative alt = TextAlternative.MISSING;
    private @Nullable String file;
    private @Nullable String captions;
    private @Nullable List<Cue> cues;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Motion.Flashes> flashes = new ArrayList<>();
    private final List<TextColours> colours = new ArrayList<>();
    private long bytes;
    private int frames;
    private int loops;
    private long duration = -1;
    private MediaFeatures seen = MediaFeatures.NONE;

    ExampleMedia(JsonInput in) {
        this.in = in;
    }

    Media read() throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            field(in.name());
        }
        in.endObject();
        Media medium = Media.of(kind, alt).withColours(colours);
        if (file != null) {
            medium = medium.withFile(file);
        }
        if (captions != null) {
            medium = medium.withCaptions(captions);
        }
        if (cues != null) {
            CaptionTrack.Format format = captions == null ? null : CaptionTrack.Format.ofFile(captions);
            seen = seen.withCaptions(Seen.known(
                    new CaptionTrack(format == null ? CaptionTrack.Format.WEBVTT : format, cues, faults, bytes)));
        }
        if (frames > 0) {
            seen = seen.withMotion(Seen.known(new Motion(frames, Math.max(0, duration), loops, flashes)));
        }
        if (duration >= 0) {
            seen = seen.withDuration(Seen.known(duration));
        }
        return medium.withSeen(seen);
    }

    private void field(String key) throws IOException {
        switch (key) {
            case "kind" -> kind = choice(Media.Kind.values(), in.string());
            case "alt" -> alt = TextAlternative.of(in.string());
            case "decorative" -> alt = in.bool() ? TextAlternative.DECORATIVE : alt;
            case "unknown" -> alt = in.bool() ? TextAlternative.UNKNOWN : alt;
            case "file" -> file = in.string();
            case "captions" -> captions = in.string();
            case "cues" -> cues = cues();
            case "faults" -> rows(() -> faults.add(new Fault(in.string(), in.integer(), in.string())));
            case "bytes" -> bytes = in.longValue();
            case "size" -> {
                in.beginArray();
                seen = seen.withSize(Seen.known(new MediaFeatures.PixelSize(in.integer(), in.integer())));
                in.endArray();
            }
            case "frames" -> frames = in.integer();
            case "loops" -> loops = in.integer();
            case "duration" -> duration = in.longValue();
            case "flashes" ->
                rows(() -> flashes.add(
                        new Motion.Flashes(choice(Motion.Kind.values(), in.string()), in.integer(), 0, 24, 0, 100)));
            case "embeddedAlt" -> seen = seen.withEmbeddedAlt(Seen.known(in.string()));
            case "location" -> seen = seen.withLocation(Seen.known(in.bool()));
            case "words" -> {
                var words = new ArrayList<PictureWords.Word>();
                rows(() -> words.add(new PictureWords.Word(in.string(), in.integer(), 95)));
                seen = seen.withWords(Seen.known(new PictureWords(words)));
            }
            case "colours" ->
                rows(() -> colours.add(new TextColours(
                        in.string(), in.string(), in.hasNext() ? in.integer() : 0, in.hasNext() && in.bool())));
            case "sound" -> seen = seen.withSound(Seen.known(in.bool()));
            case "cannotTell" -> cannotTell(in.string());
            default -> throw in.error("The key \"" + key + "\" is not known here.", "Use one of: " + KNOWN + ".");
        }
    }

    private void cannotTell(String what) throws IOException {
        String reason = "It could not be read.";
        String advice = "Look at it.";
        switch (what) {
            case "motion" -> seen = seen.withMotion(Seen.cannotTell(reason, advice));
            case "words" -> seen = seen.withWords(Seen.cannotTell(reason, advice));
            case "captions" -> seen = seen.withCaptions(Seen.cannotTell(reason, advice));
            default -> throw in.error("\"" + what + "\" is not known here.", "Use motion, words or captions.");
        }
    }

    private List<Cue> cues() throws IOException {
        var all = new ArrayList<Cue>();
        rows(() -> {
            long start = CaptionTrack.millis(in.string());
            long end = CaptionTrack.millis(in.string());
            all.add(new Cue("", start, end, "", in.string()));
        });
        return all;
    }

    /** Reads an array of arrays. */
    private void rows(Row row) throws IOException {
        in.beginArray();
        while (in.hasNext()) {
            in.beginArray();
            row.read();
            in.endArray();
        }
        in.endArray();
    }

    private interface Row {
        void read() throws IOException;
    }

    private <E extends Enum<E>> E choice(E[] constants, String name) throws IOException {
        for (E constant : constants) {
            if (constant.name().equals(name.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw in.error("\"" + name + "\" is not known here.", "Use one of " + List.of(constants) + ".");
    }
}
