package org.govsocial.media;

import java.util.regex.Pattern;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.CaptionTrack.Format;

/** Writes captions so that nothing in them breaks the format. */
final class CaptionWriter {
    private static final Pattern ARROW = Pattern.compile("-->");
    /** SubRip players know these tags, from its first program on. */
    private static final Pattern FOREIGN_TAG = Pattern.compile("<(?!/?[biu]>)[^>]*(?:>|$)");

    private static final Pattern BRACES = Pattern.compile("\\{\\\\[^}]*}");

    private CaptionWriter() {}

    static String written(CaptionTrack track) {
        return track.format() == Format.WEBVTT ? webVtt(track) : subRip(track);
    }

    private static String webVtt(CaptionTrack track) {
        var out = new StringBuilder("WEBVTT\n");
        for (Cue cue : track.cues()) {
            out.append('\n');
            String id = cue.id();
            if (!id.isBlank() && !ARROW.matcher(id).find()) {
                out.append(id).append('\n');
            }
            out.append(CaptionTrack.time(cue.start())).append(" --> ").append(CaptionTrack.time(cue.end()));
            if (cue.settings().indexOf(':') > 0 && cue.settings().indexOf("X1:") < 0) {
                out.append(' ').append(cue.settings());
            }
            String words = BRACES.matcher(cue.text()).replaceAll("");
            out.append('\n')
                    .append(withoutBlankLines(ARROW.matcher(words).replaceAll("→")))
                    .append('\n');
        }
        return out.toString();
    }

    /** SubRip has no settings, classes, voices or character references: only the words and plain styles stay. */
    private static String subRip(CaptionTrack track) {
        var out = new StringBuilder();
        int number = 1;
        for (Cue cue : track.cues()) {
            out.append(number == 1 ? "" : "\n").append(number++).append('\n');
            out.append(CaptionTrack.time(cue.start()).replace('.', ','))
                    .append(" --> ")
                    .append(CaptionTrack.time(cue.end()).replace('.', ','))
                    .append('\n');
            String words = FOREIGN_TAG
                    .matcher(cue.text())
                    .replaceAll("")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&nbsp;", "\u00A0")
                    .replace("&lrm;", "\u200E")
                    .replace("&rlm;", "\u200F")
                    .replace("&amp;", "&");
            out.append(withoutBlankLines(ARROW.matcher(words).replaceAll("→"))).append('\n');
        }
        return out.toString();
    }

    /** A blank line would end the cue. */
    private static String withoutBlankLines(String words) {
        var out = new StringBuilder();
        words.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> out.append(out.isEmpty() ? "" : "\n").append(line));
        return out.toString();
    }
}
