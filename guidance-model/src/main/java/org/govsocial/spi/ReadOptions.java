package org.govsocial.spi;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * What a user says about how to read. Made by {@link #DEFAULTS} and {@code with…}, so that components can be added.
 *
 * @param directMessages whether private messages are read; they are left out and counted when not
 * @param zone for times without one
 * @param encoding of text files that do not say theirs
 */
public record ReadOptions(boolean directMessages, ZoneId zone, Charset encoding) {
    /** No private messages, New Zealand time, UTF-8. */
    public static final ReadOptions DEFAULTS =
            new ReadOptions(false, ZoneId.of("Pacific/Auckland"), StandardCharsets.UTF_8);

    /**
     * The same, with or without private messages.
     *
     * @param read whether they are read
     * @return new options
     */
    public ReadOptions withDirectMessages(boolean read) {
        return new ReadOptions(read, zone, encoding);
    }

    /**
     * The same in another zone.
     *
     * @param local for times without one
     * @return new options
     */
    public ReadOptions withZone(ZoneId local) {
        return new ReadOptions(directMessages, local, encoding);
    }

    /**
     * The same in another encoding.
     *
     * @param charset of text files that do not say theirs
     * @return new options
     */
    public ReadOptions withEncoding(Charset charset) {
        return new ReadOptions(directMessages, zone, charset);
    }
}
