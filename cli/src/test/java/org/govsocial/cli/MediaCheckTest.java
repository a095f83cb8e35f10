package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Media as people meet them at the command line. */
class MediaCheckTest {
    private static final String TALK = """
            WEBVTT

            00:00:00.500 --> 00:00:05.500
            The harbour bridge closes at nine tonight, and it opens again at five.

            00:07.0 --> 00:00:10.500
            [applause]
            """;

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void a_caption_file_is_checked_by_itself() throws IOException {
        Run run = Run.of("check", file("talk.vtt", TALK), "--format", "json");
        assertEquals(ExitCode.FINDINGS, run.code(), run.err());
        assertTrue(run.out().contains("accessibility/caption-line-length"), run.out());
        assertTrue(run.out().contains("/media/0/captions/0/text"), run.out());
        assertTrue(run.out().contains("accessibility/caption-malformed"), run.out());
    }

    @Test
    void mended_captions_are_written_beside_the_original_once() throws IOException {
        String talk = file("talk.vtt", TALK);
        Run run = Run.of("check", talk, "--fix", "--only", "caption-line-length,caption-malformed");
        assertEquals(TALK, Files.readString(folder.resolve("talk.vtt")));
        String mended = Files.readString(folder.resolve("talk.fixed.vtt"));
        assertTrue(mended.contains("at nine tonight,\nand it opens"), mended);
        assertTrue(mended.contains("00:00:07.000 --> 00:00:10.500"), mended);
        assertTrue(run.err().contains("in 1 file"), run.err());
        Run again = Run.of(
                "check",
                folder.resolve("talk.fixed.vtt").toString(),
                "--only",
                "caption-line-length,caption-malformed");
        assertEquals(ExitCode.DONE, again.code(), again.out());
        Files.writeString(folder.resolve("talk.fixed.vtt"), "WEBVTT\n\nmine\n");
        Run refused = Run.of("check", talk, "--fix");
        assertEquals(ExitCode.INCOMPLETE, refused.code());
        assertTrue(refused.err().contains("such a file already"), refused.err());
        assertEquals("WEBVTT\n\nmine\n", Files.readString(folder.resolve("talk.fixed.vtt")));
    }

    @Test
    void a_web_page_draws_the_worst_second_of_what_flashes() {
        Run run = Run.of(
                "check",
                "--media",
                "samples/media/strobe.gif",
                "--alt",
                "A square turns white",
                "--only",
                "flash-general-red",
                "--format",
                "html");
        assertEquals(ExitCode.FINDINGS, run.code(), run.err());
        Matcher title = Pattern.compile(
                        "<title id=\"(.+?)\">Where picture 1 is worst: flashing from [0-9:.]+, frames (\\d+) to (\\d+)</title>")
                .matcher(run.out());
        assertTrue(title.find(), run.out());
        assertTrue(run.out().contains("aria-labelledby=\"" + title.group(1) + " "), run.out());
        String chart =
                run.out().substring(run.out().indexOf("<figure>"), run.out().indexOf("</figure>"));
        int frames = Integer.parseInt(title.group(3)) - Integer.parseInt(title.group(2)) + 1;
        assertTrue(frames > 5, frames + " frames");
        assertEquals(frames, chart.split("<th scope=\"row\">", -1).length - 1, chart);
        assertTrue(chart.contains("dashed line: 6 changes (three flashes)"), chart);
        Matcher highest = Pattern.compile("highest here: (\\d+)").matcher(chart);
        assertTrue(highest.find() && Integer.parseInt(highest.group(1)) > 6, chart);
        assertTrue(chart.contains("</th><td>" + highest.group(1) + "</td>"), "the table has the highest too");
    }

    @Test
    void pictures_inside_documents_and_downloads_are_looked_at() throws IOException {
        byte[] strobe = Files.readAllBytes(Path.of("samples/media/strobe.gif"));
        Path document = folder.resolve("draft.docx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(document))) {
            entry(zip, "[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
            entry(
                    zip,
                    "word/document.xml",
                    ("<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:r=\"r\"><w:body><w:p><w:r><w:t>Kia ora</w:t></w:r><w:r>"
                                    + "<w:drawing><docPr descr=\"A square\"/><a:blip r:embed=\"rId1\"/></w:drawing></w:r></w:p>"
                                    + "</w:body></w:document>")
                            .getBytes(StandardCharsets.UTF_8));
            entry(
                    zip,
                    "word/_rels/document.xml.rels",
                    "<Relationships><Relationship Id=\"rId1\" Target=\"media/image1.gif\"/></Relationships>"
                            .getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/media/image1.gif", strobe);
        }
        Path download = folder.resolve("facebook.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(download))) {
            entry(
                    zip,
                    "your_facebook_activity/posts/your_posts_1.json",
                    ("[{\"timestamp\":1795312800,\"data\":[{\"post\":\"Kia ora\"}],\"attachments\":[{\"data\":[{\"media\":"
                                    + "{\"uri\":\"your_facebook_activity/posts/media/1.gif\"}}]}]}]")
                            .getBytes(StandardCharsets.UTF_8));
            entry(zip, "your_facebook_activity/posts/media/1.gif", strobe);
        }
        for (Path file : List.of(document, download)) {
            Run run = Run.of("check", file.toString(), "--only", "flash-general-red");
            assertEquals(ExitCode.FINDINGS, run.code(), run.toString());
            assertTrue(run.out().contains("Medium 1 flashes"), run.out());
            assertFalse(run.out().contains("not beside the posts"), run.out());
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    @Test
    void captions_are_converted_for_a_platform_that_takes_another_format() throws IOException {
        Run.of("check", file("talk.vtt", TALK), "--fix", "--platform", "linkedin", "--only", "caption-format");
        String srt = Files.readString(folder.resolve("talk.srt"));
        assertTrue(srt.startsWith("1\n00:00:00,500 --> 00:00:05,500\nThe harbour"), srt);
        assertFalse(Files.exists(folder.resolve("talk.fixed.vtt")));
    }

    @Test
    void media_of_the_command_line_need_no_words() throws IOException {
        String card = file(
                "card.svg",
                "<svg width=\"800\" height=\"400\"><rect width=\"800\" height=\"400\" fill=\"#EEE\"/><text x=\"9\" y=\"99\""
                        + " fill=\"#777\" font-size=\"30\">Closed</text></svg>");
        Run run = Run.of(
                "check", "--media", card, "--alt", "Closed", "--only", "image-text-contrast", "--format", "json");
        assertEquals(ExitCode.FINDINGS, run.code(), run.err());
        assertTrue(run.out().contains("3.85"), run.out());
        Run both = Run.of("check", card, "--media", card);
        assertEquals(ExitCode.WRONG_INPUT, both.code());
    }

    @Test
    void a_record_finds_its_files_beside_it_and_inside_an_archive() throws IOException {
        file("talk.vtt", TALK);
        String posts = file(
                "posts.jsonl", "{\"text\":\"Watch\",\"media\":[{\"kind\":\"video\",\"captions\":\"talk.vtt\"}]}\n");
        Run run = Run.of("check", posts, "--only", "caption-line-length", "--format", "json");
        assertTrue(run.out().contains("/media/0/captions/0/text"), run.out());

        Path zip = folder.resolve("archive.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("outbox.json"));
            out.write("""
                    {"@context":"https://www.w3.org/ns/activitystreams","type":"OrderedCollection","orderedItems":[{"id":"a",
                    "type":"Create","published":"2026-01-01T00:00:00Z","to":["https://www.w3.org/ns/activitystreams#Public"],"object":{"to":["https://www.w3.org/ns/activitystreams#Public"],"id":"b","type":"Note","content":"<p>Kia ora</p>",
                    "attachment":[{"type":"Document","mediaType":"image/svg+xml","url":"/media/card.svg","name":"Closed"}]}}]}
                    """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("media/card.svg"));
            out.write(
                    "<svg width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\" fill=\"#EEE\"/><text fill=\"#777\">x</text></svg>"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Run archive = Run.of("check", zip.toString(), "--only", "image-text-contrast", "--format", "json");
        assertTrue(archive.out().contains("3.85"), archive.out() + archive.err());
    }

    @Test
    void a_file_outside_of_the_folder_is_refused() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("in"));
        file("talk.vtt", TALK);
        Files.createSymbolicLink(inner.resolve("talk.vtt"), folder.resolve("talk.vtt"));
        Path posts = Files.writeString(
                inner.resolve("posts.jsonl"), "{\"text\":\"Watch\",\"media\":[{\"captions\":\"talk.vtt\"}]}\n");
        Run run = Run.of("check", posts.toString());
        assertEquals(ExitCode.INCOMPLETE, run.code());
        assertTrue((run.out() + run.err()).contains("not in the folder of the posts"), run.out() + run.err());
    }

    @Test
    void a_picture_is_heard_by_its_text_alternative() throws IOException {
        String picture = file("map.png", "no picture");
        Run run = Run.of("hear", "--text", "Where to find us", "--media", picture, "--alt", "Behind the library");
        assertEquals(ExitCode.DONE, run.code(), run.err());
        assertTrue(run.out().contains("image, Behind the library"), run.out());
    }

    @Test
    void speech_is_played_by_a_program_that_is_installed_and_only_by_it() throws IOException {
        Run absent = Run.of("hear", "--text", "Kia ora", "--speak");
        assertEquals(ExitCode.INCOMPLETE, absent.code());
        assertTrue(absent.err().contains("apt install espeak-ng"), absent.err());
        Path program = folder.resolve("espeak-ng");
        Files.writeString(program, "#!/bin/sh\ncat >\"$0.heard\"\n");
        org.junit.jupiter.api.Assumptions.assumeTrue(program.toFile().setExecutable(true), "SKIPPED: no scripts here");
        HearAloud aloud = HearAloud.find("/no/such" + java.io.File.pathSeparator + folder);
        java.util.Objects.requireNonNull(aloud)
                .play(new org.govsocial.accessibility.speech.Speech(
                        java.util.List.of("Kia ora; $(rm x)"), java.util.List.of("image, a map")));
        assertEquals("Kia ora; $(rm x)\nimage, a map\n", Files.readString(folder.resolve("espeak-ng.heard")));
    }

    @Test
    void contrast_ends_with_one_when_it_is_not_enough() {
        Run low = Run.of("contrast", "#777", "#EEE");
        assertEquals(ExitCode.FINDINGS, low.code());
        assertTrue(low.out().startsWith("Contrast: 3.85 to 1, #777777 on #EEEEEE\n"), low.out());
        assertEquals(
                ExitCode.DONE, Run.of("contrast", "#777", "#EEE", "--large").code());
        assertEquals(ExitCode.DONE, Run.of("contrast", "#767676", "white").code());
        Run json = Run.of("contrast", "#777777", "#FFF", "--format", "json");
        assertEquals(ExitCode.FINDINGS, json.code());
        assertTrue(json.out().contains("\"ratio\": \"4.47\"") || json.out().contains("\"ratio\":\"4.47\""), json.out());
        Run wrong = Run.of("contrast", "sky", "#FFF");
        assertEquals(ExitCode.WRONG_INPUT, wrong.code());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("contrast", "#FFF").code());
    }
}
