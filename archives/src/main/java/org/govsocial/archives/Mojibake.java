package org.govsocial.archives;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that was read as Latin-1, as Meta's exports write it. */
final class Mojibake {
    private Mojibake() {}

    /** The text as it was meant; the same text when it cannot have been broken in that way. */
    static String repaired(String text) {
        boolean beyondAscii = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return text;
            }
            beyondAscii |= text.charAt(i) > 0x7f;
        }
        if (!beyondAscii) {
            return text;
        }
        try {
            String meant = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
            boolean back = new String(meant.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1).equals(text);
            return back ? meant : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
