package org.govsocial.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Fault;
import org.govsocial.model.CaptionTrack.Format;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Seen;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;

/** Reads and writes captions. */
final class CaptionProbe implements MediaProbe {
    /** The captions of a day, at the pace of people who speak fast. */
    private static final int MOST_BYTES = 10_000_000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public String id() {
        return "captions";
    }

    @Override
    public boolean recognises(String name) {
        return Format.ofFile(name) != null;
    }

    @Override
    public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(MOST_BYTES + 1);
        }
        if (bytes.length > MOST_BYTES) {
            return seen.withCaptions(
                    Seen.cannotTell("A caption file is longer than " + MOST_BYTES / 1_000_000 + " MB.", "Split it."));
        }
        if (!isText(bytes)) {
            return seen.withCaptions(
                    Seen.cannotTell("A caption file holds no text.", "Export it again as WebVTT or SubRip."));
        }
        return seen.withCaptions(Seen.known(track(Format.ofFile(file.name()) == Format.WEBVTT, bytes)));
    }

    @Override
    public Optional<String> written(CaptionTrack captions) {
        return Optional.of(CaptionWriter.written(captions));
    }

    /** Text in UTF-8, UTF-16 or a code page; a NUL or another control character betrays something else. */
    static boolean isText(byte[] bytes) {
        if (charset(bytes).equals(StandardCharsets.UTF_16)) {
            return true;
        }
        for (byte b : bytes) {
            // WebVTT allows a NUL, which stands for a character that cannot be shown; a file full of them is no text.
            if (b > 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        return true;
    }

    private static CaptionTrack track(boolean vtt, byte[] bytes) {
        Charset charset = charset(bytes);
        String text = new String(bytes, charset);
        CaptionTrack track = vtt ? WebVtt.parse(text, false) : SubRip.parse(text);
        var faults = new ArrayList<>(track.faults());
        if (!charset.equals(StandardCharsets.UTF_8)) {
            faults.add(0, new Fault("charset", 1, charset.equals(WINDOWS) ? "Windows-1252" : "UTF-16"));
        }
        return new CaptionTrack(track.format(), track.cues(), faults, bytes.length);
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }
}
