package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.govsocial.engine.Inputs;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.CaptionTrack.Fault;
import org.govsocial.model.CaptionTrack.Format;
import org.govsocial.model.MediaFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionsTest {
    @TempDir
    Path folder;

    private static List<String> keys(CaptionTrack track) {
        return track.faults().stream().map(Fault::key).toList();
    }

    @Test
    void webvtt_cues_keep_name_time_place_and_words() {
        CaptionTrack track = WebVtt.parse(
                "WEBVTT - talk\nKind: captions\n\nNOTE made by hand\n\nintro\n00:01.500 --> 01:00:02.000 align:start\n<v Ana>Kia ora\nkoutou\n",
                false);
        assertEquals(List.of(), track.faults());
        assertEquals(
                List.of(new Cue("intro", 1_500, 3_602_000, "align:start", "<v Ana>Kia ora\nkoutou")), track.cues());
        assertEquals("Kia ora\nkoutou", track.cues().get(0).shown());
    }

    @Test
    void what_browsers_leave_out_is_kept_where_its_time_can_be_made_out() {
        CaptionTrack track = WebVtt.parse("WEBVTT\n\n0:1.5 --> 00:00:03,000\nKia ora\n\nsoon --> later\nlost\n", false);
        assertEquals(List.of("bad-time", "bad-time", "lost-cue"), keys(track));
        assertEquals(List.of(new Cue("", 1_500, 3_000, "", "Kia ora")), track.cues());
        assertEquals(
                List.of(),
                WebVtt.parse("WEBVTT\n\n0:1.5 --> 00:00:03,000\nKia ora\n", true)
                        .cues());
    }

    @Test
    void a_missing_signature_loses_no_cue() {
        CaptionTrack track = WebVtt.parse("1\n00:01.000 --> 00:02.000\nKia ora\n", false);
        assertEquals(List.of("no-header"), keys(track));
        assertEquals(1, track.cues().size());
    }

    @Test
    void subrip_is_read_however_its_lines_end() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            CaptionTrack track =
                    SubRip.parse(("\uFEFF1|00:00:01,000 --> 00:00:02,500|<i>Kia ora</i>|koutou||2|00:00:03,000 --> "
                                    + "00:00:04,000|Haere mai|")
                            .replace("|", end));
            assertEquals(List.of(), track.faults());
            assertEquals(2, track.cues().size());
            assertEquals("Kia ora\nkoutou", track.cues().get(0).shown());
        }
    }

    @Test
    void subrip_faults_are_named_and_mended_where_the_meaning_is_plain() {
        CaptionTrack track = SubRip.parse(
                "00:00:01.000 --> 00:00:02.5\nfirst\n\n7\n00:00:03,000 --> 00:00:02,000\nsecond\n3\n00:00:05,000 --> 00:00:06,000\nthird\n");
        assertEquals(
                List.of("bad-number", "bad-time", "bad-number", "no-blank-line", "ends-before-start"), keys(track));
        assertEquals(
                List.of("first", "second", "third"),
                track.cues().stream().map(Cue::text).toList());
        assertEquals(2_500, track.cues().get(0).end());
    }

    @Test
    void both_formats_are_written_so_that_they_read_back_the_same() {
        var cues = List.of(
                new Cue("", 0, 1_500, "", "Kia ora\nkoutou"), new Cue("", 2_000, 362_003, "", "<i>Haere</i> mai"));
        for (Format format : Format.values()) {
            String written = CaptionWriter.written(new CaptionTrack(format, cues, List.of(), 0));
            CaptionTrack back = format == Format.WEBVTT ? WebVtt.parse(written, true) : SubRip.parse(written);
            assertEquals(List.of(), back.faults(), written);
            assertEquals(
                    cues,
                    back.cues().stream()
                            .map(c -> new Cue("", c.start(), c.end(), c.settings(), c.text()))
                            .toList());
        }
    }

    @Test
    void what_subrip_cannot_say_is_left_out_when_captions_are_converted() {
        CaptionTrack vtt = WebVtt.parse(
                "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<v Ana><b.loud>Fish &amp; chips</b> --> now\n", true);
        assertEquals("", vtt.cues().get(0).text(), "an arrow ends a cue");
        vtt = WebVtt.parse(
                "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<v Ana><b>Fish</b> &amp; <c.loud>chips</c>\n", true);
        assertEquals(
                "1\n00:00:01,000 --> 00:00:02,000\n<b>Fish</b> & chips\n",
                CaptionWriter.written(vtt.withFormat(Format.SUBRIP)));
    }

    @Test
    void a_file_in_an_old_encoding_is_read_and_told_of() throws IOException {
        Path file = folder.resolve("talk.srt");
        Files.write(file, "1\n00:00:01,000 --> 00:00:02,000\nCafé\n".getBytes("windows-1252"));
        CaptionTrack track = look(file);
        assertEquals(List.of("charset"), keys(track));
        assertEquals("Café", track.cues().get(0).text());
        assertEquals(37, track.bytes());
    }

    @Test
    void utf_16_is_read_and_told_of() throws IOException {
        Path file = folder.resolve("talk.vtt");
        Files.write(file, "WEBVTT\n\n00:01.000 --> 00:02.000\nMāori\n".getBytes(StandardCharsets.UTF_16));
        CaptionTrack track = look(file);
        assertEquals(List.of("charset"), keys(track));
        assertEquals("Māori", track.cues().get(0).text());
    }

    @Test
    void a_picture_called_captions_is_no_captions() throws IOException {
        Path file = folder.resolve("talk.vtt");
        Files.write(file, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
        assertEquals(
                org.govsocial.model.Seen.CannotTell.class,
                new CaptionProbe()
                        .look(Inputs.file(file, "talk.vtt"), MediaFeatures.NONE)
                        .captions()
                        .getClass());
    }

    @Test
    void any_bytes_end_in_captions_or_in_a_reason() throws IOException {
        long seed = 20261122;
        var random = new java.util.Random(seed);
        String[] parts = {
            "WEBVTT",
            "\n",
            "\n\n",
            "00:01.000 --> 00:02.000\n",
            "\n\n00:00:01,000 --> 00:00:02,000\n",
            "00:01.000",
            " --> ",
            "-->",
            "00:02.000",
            "1",
            "<b>",
            "&amp",
            "NOTE",
            "\u0000",
            "ā",
            "{\\an8}",
            ":",
            ","
        };
        int cues = 0;
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            for (CaptionTrack track :
                    List.of(WebVtt.parse(text.toString(), round % 2 == 0), SubRip.parse(text.toString()))) {
                cues += track.cues().size();
                for (Cue cue : track.cues()) {
                    assertTrue(cue.start() >= 0 && cue.end() >= 0, "seed " + seed + " round " + round);
                    cue.shown();
                }
                for (Format format : Format.values()) {
                    String written = CaptionWriter.written(track.withFormat(format));
                    CaptionTrack back = format == Format.WEBVTT ? WebVtt.parse(written, true) : SubRip.parse(written);
                    assertEquals(
                            track.cues().stream().map(Cue::start).toList(),
                            back.cues().stream().map(Cue::start).toList(),
                            "seed " + seed + " round " + round + ": " + written);
                }
            }
        }
        assertTrue(cues > 100, "only " + cues + " cues were made");
    }

    private static CaptionTrack look(Path file) throws IOException {
        CaptionTrack track = new CaptionProbe()
                .look(Inputs.file(file, String.valueOf(file.getFileName())), MediaFeatures.NONE)
                .captions()
                .orNull();
        return java.util.Objects.requireNonNull(track);
    }
}
