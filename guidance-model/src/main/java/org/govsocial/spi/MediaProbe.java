package org.govsocial.spi;

import java.io.IOException;
import java.util.Optional;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.MediaFeatures;

/**
 * Looks at the files of a post's media, so that rules need not. Stateless; used by several threads. A probe keeps to
 * limits of its own in size and time, and says {@link org.govsocial.model.Seen#cannotTell} beyond them.
 */
public interface MediaProbe {
    /**
     * The probe's id. Probes look in the order of their ids.
     *
     * @return kebab case, unique
     */
    String id();

    /**
     * Whether it is of use for a file.
     *
     * @param name the file's name
     * @return false for no; the file is not opened then
     */
    boolean recognises(String name);

    /**
     * Looks at a file.
     *
     * @param file a medium's own file or its captions
     * @param seen what other probes saw
     * @return the same, with what this probe saw
     * @throws IOException when the file cannot be read
     */
    MediaFeatures look(Input file, MediaFeatures seen) throws IOException;

    /**
     * Writes captions.
     *
     * @param captions in a format of this probe
     * @return the text of the file; empty when it writes none
     */
    default Optional<String> written(CaptionTrack captions) {
        return Optional.empty();
    }
}
