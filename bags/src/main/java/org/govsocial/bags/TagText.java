package org.govsocial.bags;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the text files that describe a bag. */
final class TagText {
    private TagText() {}

    /** The lines, however they end. */
    static List<String> lines(Path file, Charset encoding) throws IOException {
        var decoder = encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder))) {
            var lines = new ArrayList<String>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw new MalformedTagException("It is not text in " + encoding + ".");
        }
    }

    /** Labels and values; a line that begins with white space goes on with the value before it. */
    static List<BagInfo.Entry> facts(List<String> lines) throws MalformedTagException {
        var facts = new ArrayList<BagInfo.Entry>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            boolean goesOn = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            int colon = line.indexOf(':');
            if (goesOn && !facts.isEmpty()) {
                BagInfo.Entry last = facts.remove(facts.size() - 1);
                facts.add(new BagInfo.Entry(last.label(), last.value() + " " + line.strip()));
            } else if (goesOn || colon <= 0) {
                throw new MalformedTagException("Line " + (i + 1) + " has no label and colon.");
            } else {
                try {
                    facts.add(new BagInfo.Entry(line.substring(0, colon), line.substring(colon + 1)));
                } catch (IllegalArgumentException e) {
                    throw new MalformedTagException("Line " + (i + 1) + " has no proper label.");
                }
            }
        }
        return facts;
    }

    /** A tag file cannot be understood; the message says where. */
    static final class MalformedTagException extends IOException {
        private static final long serialVersionUID = 1;

        MalformedTagException(String message) {
            super(message);
        }
    }
}
