package org.govsocial.media;

import java.io.IOException;
import java.util.List;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.Media;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/** A caption file that stands alone: a post without words and with one medium, of which only the captions are known. */
final class CaptionFile implements PostReader {
    @Override
    public String id() {
        return "captions";
    }

    @Override
    public String title() {
        return "captions, .vtt or .srt";
    }

    @Override
    public int recognises(Input input) {
        return !input.isFolder() && CaptionTrack.Format.ofFile(input.name()) != null ? 80 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        if (input.path() == null || input.isFolder()) {
            throw new InputException(
                    input.name(), "Captions can be read from a file only.", "Save them, then name the file.");
        }
        String name = input.name().substring(input.name().lastIndexOf('/') + 1);
        if (input.head().length == 0) {
            throw new InputException(input.name(), "The file is empty.", "Check that it was saved or copied whole.");
        }
        if (CaptionTrack.Format.ofFile(name) == null) {
            throw new InputException(
                    input.name(),
                    "The name ends neither in .vtt nor in .srt.",
                    "Give the file the ending of its format.");
        }
        if (!CaptionProbe.isText(input.head())) {
            throw new InputException(
                    input.name(), "This is no text file.", "Export the captions as WebVTT or SubRip (.vtt, .srt).");
        }
        Media medium = Media.of(Media.Kind.OTHER, TextAlternative.UNKNOWN).withCaptions(name);
        out.post(Post.of(name, "").withMedia(List.of(medium)), Location.of(input.name()));
    }

    /** Mended captions are written beside the file, which stays as it is. */
    @Override
    public boolean rewrites() {
        return true;
    }

    @Override
    public List<Input> files(Input input) {
        return List.of();
    }
}
