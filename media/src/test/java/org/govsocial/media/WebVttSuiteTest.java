package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.govsocial.json.JsonInput;
import org.govsocial.model.CaptionTrack.Cue;
import org.junit.jupiter.api.Test;

/** The published suite of WebVTT's parser; {@code webvtt-suite.csv} says where this reads otherwise, and why. */
class WebVttSuiteTest {
    private record Expected(String json, boolean differs) {}

    @Test
    void every_file_gives_the_cues_that_the_suite_expects() throws IOException {
        Path suite = SharedData.folder("webvtt");
        Map<String, Expected> listed = listed();
        var wrong = new TreeMap<String, String>();
        int seen = 0;
        int exact = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(suite)) {
            files = all.filter(f -> f.toString().endsWith(".vtt")).sorted().toList();
        }
        for (Path file : files) {
            String name = suite.relativize(file).toString().replace('\\', '/');
            Expected expected = listed.remove(name);
            Path json = expected != null && !expected.json().isEmpty()
                    ? file.resolveSibling(expected.json())
                    : file.resolveSibling(String.valueOf(file.getFileName()).replace(".vtt", ".json"));
            seen++;
            if (!Files.isRegularFile(json)) {
                wrong.put(name, "nothing says what is expected");
                continue;
            }
            List<String> want = expected(json);
            List<String> got = WebVtt.parse(Files.readString(file, StandardCharsets.UTF_8), true).cues().stream()
                    .map(WebVttSuiteTest::shown)
                    .toList();
            boolean same = want.equals(got);
            exact += same ? 1 : 0;
            if (same == (expected != null && expected.differs())) {
                wrong.put(name, "\n want " + want + "\n got  " + got);
            }
        }
        assertEquals(Map.of(), wrong);
        assertEquals(Map.of(), listed, "listed but not in the suite");
        assertTrue(seen >= 123, "only " + seen + " files");
        assertTrue(exact >= 120, "only " + exact + " files are read exactly as the suite expects");
    }

    private static Map<String, Expected> listed() throws IOException {
        var all = new HashMap<String, Expected>();
        try (var in = WebVttSuiteTest.class.getResourceAsStream("webvtt-suite.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).filter(l -> !l.isBlank()).forEach(line -> {
                String[] cells = line.split(",", 4);
                all.put(cells[0], new Expected(cells[1], cells[2].equals("yes")));
            });
        }
        return all;
    }

    private static String shown(Cue cue) {
        return cue.id() + "|" + cue.start() + "|" + cue.end() + "|" + cue.text();
    }

    private static List<String> expected(Path json) throws IOException {
        var cues = new ArrayList<String>();
        JsonInput in = JsonInput.of(json.toString(), Files.readString(json));
        in.beginObject();
        while (in.hasNext()) {
            if (!in.name().equals("cues")) {
                in.skipValue();
                continue;
            }
            in.beginArray();
            while (in.hasNext()) {
                cues.add(cue(in));
            }
            in.endArray();
        }
        in.endObject();
        return cues;
    }

    private static String cue(JsonInput in) throws IOException {
        String id = "";
        String text = "";
        double start = -1;
        double end = -1;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "id" -> id = in.string();
                case "text" -> text = in.string();
                case "startTime" -> start = Double.parseDouble(in.numberText());
                case "endTime" -> end = Double.parseDouble(in.numberText());
                default -> in.skipValue();
            }
        }
        in.endObject();
        return id + "|" + Math.round(start * 1_000) + "|" + Math.round(end * 1_000) + "|" + text;
    }
}
