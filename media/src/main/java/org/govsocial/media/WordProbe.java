package org.govsocial.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.govsocial.model.Media;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.PictureWords;
import org.govsocial.model.Seen;
import org.govsocial.spi.Input;
import org.govsocial.spi.MediaProbe;
import org.jspecify.annotations.Nullable;

/** Reads words in still pictures by the program {@code tesseract}, in English and te reo Māori. */
final class WordProbe implements MediaProbe {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MOST_OUTPUT = 5_000_000;
    private static final long MOST_BYTES = 50_000_000;
    private static final int LEAST_SURE = 60;

    private final @Nullable String path;

    /** Looks for the program in the folders of PATH, as they are given here. */
    WordProbe(@Nullable String path) {
        this.path = path;
    }

    @Override
    public String id() {
        return "words";
    }

    @Override
    public boolean recognises(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Media.Kind.ofFile(name) == Media.Kind.IMAGE
                && !lower.endsWith(".svg")
                && !lower.endsWith(".avif")
                && !lower.endsWith(".heic");
    }

    @Override
    public MediaFeatures look(Input file, MediaFeatures seen) throws IOException {
        Program tesseract = Program.find("tesseract", path);
        if (tesseract == null) {
            return seen.withWords(Seen.cannotTell(
                    "Words in pictures are not read, because tesseract is not installed.",
                    "Install it (Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-mri), or compare the words"
                            + " yourself."));
        }
        try (LocalFile local = LocalFile.of(file, MOST_BYTES)) {
            String languages = languages(tesseract);
            byte[] table = tesseract.output(
                    List.of(local.name(), "stdout", "-l", languages, "--psm", "11", "tsv"), LIMIT, MOST_OUTPUT);
            return seen.withWords(Seen.known(words(new String(table, StandardCharsets.UTF_8))));
        } catch (Program.FailedException e) {
            return seen.withWords(Seen.cannotTell(
                    "tesseract could not read a picture (" + e.getMessage() + ").",
                    "Check that it opens, and compare its words yourself."));
        }
    }

    private static String languages(Program tesseract) throws IOException {
        String known = new String(tesseract.output(List.of("--list-langs"), LIMIT, 100_000), StandardCharsets.UTF_8);
        List<String> all = known.lines().map(String::strip).toList();
        return all.contains("mri") ? "eng+mri" : "eng";
    }

    /** The table that tesseract writes: level 4 is a line, level 5 a word in it. */
    static PictureWords words(String table) {
        var words = new ArrayList<PictureWords.Word>();
        int height = 0;
        for (String row : table.lines().toList()) {
            String[] cells = row.split("\t", -1);
            if (cells.length < 12) {
                continue;
            }
            if (cells[0].equals("4")) {
                height = (int) Math.max(0, CaptionLines.number(cells[9], 6));
            } else if (cells[0].equals("5")) {
                String text = cells[11].strip();
                int point = cells[10].indexOf('.');
                int sure = (int) CaptionLines.number(point < 0 ? cells[10] : cells[10].substring(0, point), 3);
                if (sure >= LEAST_SURE && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                    words.add(new PictureWords.Word(text, height, sure));
                }
            }
        }
        return new PictureWords(words);
    }
}
