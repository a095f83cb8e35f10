package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.govsocial.engine.Inputs;
import org.govsocial.model.MediaFeatures;
import org.govsocial.model.Motion;
import org.govsocial.model.PictureWords;
import org.govsocial.model.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs of the user's computer: absent, present (as small scripts that stand for them), slow, and broken. */
@DisabledOnOs(OS.WINDOWS)
class ProgramsTest {
    @TempDir
    Path folder;

    private String program(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.toString();
    }

    private Path picture(String name) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private static <T> T known(Seen<T> seen) {
        return Objects.requireNonNull(seen.orNull(), seen.toString());
    }

    @Test
    void a_program_is_found_on_the_path_and_nowhere_else() throws IOException {
        String path = program("tesseract", "exit 0");
        assertEquals(
                folder.resolve("tesseract"),
                Objects.requireNonNull(Program.find("tesseract", "/no/such:" + path))
                        .file());
        assertNull(Program.find("ffmpeg", path));
        assertNull(Program.find("tesseract", ""));
        assertNull(Program.find("tesseract", "."));
        assertNull(Program.find("tesseract", null));
    }

    @Test
    void without_tesseract_the_words_cannot_be_told_and_it_says_what_to_install() throws IOException {
        MediaFeatures seen = new WordProbe("").look(Inputs.file(picture("a.png"), "a.png"), MediaFeatures.NONE);
        var why = (Seen.CannotTell<PictureWords>) seen.words();
        assertTrue(why.reason().contains("tesseract is not installed"));
        assertTrue(why.advice().contains("tesseract-ocr-mri"));
    }

    @Test
    void words_come_from_tesseract_with_the_height_of_their_line() throws IOException {
        String path = program("tesseract", """
                if [ "$1" = --list-langs ]; then printf 'List of available languages (2):\\neng\\nmri\\n'; exit; fi
                printf '%s\\n' "$@" >"$(dirname "$0")/arguments"
                printf 'level\\tpage\\tblock\\tpar\\tline\\tword\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n'
                printf '4\\t1\\t1\\t1\\t1\\t0\\t5\\t5\\t90\\t31\\t-1\\t\\n'
                printf '5\\t1\\t1\\t1\\t1\\t1\\t5\\t5\\t40\\t22\\t96.5\\tWhare\\n'
                printf '5\\t1\\t1\\t1\\t1\\t2\\t50\\t5\\t40\\t22\\t12.0\\tsmudge\\n'
                printf '5\\t1\\t1\\t1\\t1\\t3\\t50\\t5\\t40\\t22\\t91\\t--\\n'
                """);
        MediaFeatures seen = new WordProbe(path).look(Inputs.file(picture("a.png"), "a.png"), MediaFeatures.NONE);
        assertEquals(
                List.of(new PictureWords.Word("Whare", 31, 96)),
                known(seen.words()).words());
        assertTrue(Files.readString(folder.resolve("arguments")).contains("eng+mri"));
    }

    @Test
    void a_program_that_fails_is_a_reason() throws IOException {
        String path = program("tesseract", "exit 3");
        MediaFeatures seen = new WordProbe(path).look(Inputs.file(picture("a.png"), "a.png"), MediaFeatures.NONE);
        assertTrue(((Seen.CannotTell<PictureWords>) seen.words()).reason().contains("ended with 3"));
    }

    @Test
    void a_program_that_does_not_end_is_stopped() throws IOException {
        String path = program("slow", "while true; do :; done");
        Program slow = Objects.requireNonNull(Program.find("slow", path));
        assertThrows(Program.FailedException.class, () -> slow.output(List.of(), Duration.ofMillis(300), 1_000));
    }

    @Test
    void a_program_that_writes_without_end_is_cut_off() throws IOException {
        String path = program("chatty", "exec yes");
        Program chatty = Objects.requireNonNull(Program.find("chatty", path));
        assertThrows(Program.FailedException.class, () -> chatty.output(List.of(), Duration.ofSeconds(20), 100));
    }

    @Test
    void arguments_reach_a_program_as_they_are() throws IOException {
        String path = program("echoes", "printf '%s|' \"$@\"");
        Program echoes = Objects.requireNonNull(Program.find("echoes", path));
        assertEquals(
                "$(touch x)|a b|;|",
                new String(
                        echoes.output(List.of("$(touch x)", "a b", ";"), Duration.ofSeconds(20), 1_000),
                        StandardCharsets.UTF_8));
    }

    @Test
    void without_ffmpeg_a_video_cannot_be_told() throws IOException {
        Path file = folder.resolve("a.mp4");
        Files.write(file, new byte[100]);
        MediaFeatures seen = new VideoProbe("").look(Inputs.file(file, "a.mp4"), MediaFeatures.NONE);
        assertTrue(((Seen.CannotTell<Motion>) seen.motion()).reason().contains("ffmpeg is not installed"));
    }

    @Test
    void a_video_is_measured_by_the_frames_that_ffmpeg_gives() throws IOException {
        // 50 frames of 96 by 72 pixels: five black, five white, and so on: five changes in each second.
        String path = program("ffmpeg", """
                dir=$(dirname "$0")
                head -c 20736 /dev/zero >"$dir/black"
                tr '\\0' '\\377' <"$dir/black" >"$dir/white"
                i=0
                while [ $i -lt 10 ]; do
                  for k in 1 2; do cat "$dir/black"; done
                  for k in 1 2 3; do cat "$dir/white"; done
                  i=$((i + 1))
                done
                """);
        Path file = folder.resolve("a.mp4");
        Files.write(file, new byte[100]);
        MediaFeatures seen = new VideoProbe(path).look(Inputs.file(file, "a.mp4"), MediaFeatures.NONE);
        Motion motion = known(seen.motion());
        assertEquals(50, motion.frames());
        assertEquals(2_000L, known(seen.duration()));
        assertEquals(Motion.Kind.GENERAL, motion.flashes().get(0).kind());
    }

    @Test
    void a_still_picture_never_meets_ffmpeg() throws IOException {
        MediaFeatures seen = new VideoProbe("").look(Inputs.file(picture("a.png"), "a.png"), MediaFeatures.NONE);
        assertEquals(MediaFeatures.NONE, seen);
    }
}
