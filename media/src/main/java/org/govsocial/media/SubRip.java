package org.govsocial.media;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.CaptionTrack.Fault;
import org.govsocial.model.CaptionTrack.Format;

/**
 * Reads SubRip captions. There is no standard; the habit is a number, a line of times with a comma before the
 * thousandths, lines of words, a blank line. What departs from it is noted, and kept where its meaning is plain.
 */
final class SubRip {
    /** What would be read as markup otherwise. */
    private static final Pattern SIGN = Pattern.compile("<(?![/a-zA-Z])|&(?=(?:amp|lt|gt|nbsp|lrm|rlm);)");

    private final CaptionLines lines;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private SubRip(String text) {
        lines = new CaptionLines(text);
    }

    static CaptionTrack parse(String text) {
        return new SubRip(text).parsed();
    }

    private CaptionTrack parsed() {
        if (lines.peek().strip().equals("WEBVTT")) {
            faults.add(new Fault("webvtt-in-srt", 1, "WEBVTT"));
            lines.take();
        }
        while (!lines.atEnd()) {
            if (lines.peek().isBlank()) {
                lines.take();
            } else {
                block();
            }
        }
        return new CaptionTrack(Format.SUBRIP, cues, faults, 0);
    }

    private void block() {
        String first = lines.take();
        int start = lines.number();
        String id = "";
        String times = first;
        if (!first.contains(CaptionLines.ARROW)) {
            if (lines.atEnd() || !lines.peek().contains(CaptionLines.ARROW)) {
                // Words after a blank line inside a cue, or a cue without times.
                faults.add(new Fault("no-times", start, CaptionLines.brief(first)));
                while (!lines.atEnd() && !lines.peek().isBlank()) {
                    lines.take();
                }
                return;
            }
            id = first.strip();
            times = lines.take();
            if (CaptionLines.number(id, 9) != cues.size() + 1) {
                faults.add(new Fault("bad-number", start, CaptionLines.brief(id)));
            }
        } else {
            faults.add(new Fault("bad-number", start, CaptionLines.brief(first)));
        }
        int line = lines.number();
        int middle = times.indexOf(CaptionLines.ARROW);
        String from = times.substring(0, middle).strip();
        String after = times.substring(middle + CaptionLines.ARROW.length()).strip();
        int space = WebVtt.firstSpace(after);
        String to = after.substring(0, space);
        long begins = CaptionLines.looseMillis(from);
        long ends = CaptionLines.looseMillis(to);
        if (!isExact(from) || !isExact(to)) {
            faults.add(new Fault("bad-time", line, CaptionLines.brief(times)));
        }
        var words = new StringBuilder();
        while (!lines.atEnd() && !lines.peek().isBlank()) {
            if (lines.peek().contains(CaptionLines.ARROW)) {
                faults.add(new Fault("no-blank-line", lines.number() + 1, CaptionLines.brief(lines.peek())));
                takeNumberBack(words);
                break;
            }
            words.append(words.isEmpty() ? "" : "\n").append(lines.take());
        }
        if (begins < 0 || ends < 0) {
            faults.add(new Fault("lost-cue", line, CaptionLines.brief(times)));
            return;
        }
        if (ends <= begins) {
            faults.add(new Fault("ends-before-start", line, CaptionLines.brief(times)));
        }
        cues.add(new Cue(id, begins, ends, after.substring(space).strip(), marked(words.toString())));
    }

    /** The last line of the words is the number of the cue that follows without a blank line. */
    private void takeNumberBack(StringBuilder words) {
        int last = words.lastIndexOf("\n") + 1;
        if (words.length() > last && CaptionLines.number(words.substring(last).strip(), 9) >= 0) {
            words.setLength(Math.max(0, last - 1));
            lines.back();
        }
    }

    private static boolean isExact(String time) {
        return time.length() >= 12 && time.charAt(time.length() - 4) == ',' && CaptionTrack.millis(time) >= 0;
    }

    /** As cues are written: SubRip knows no character references, so that a sign that starts no tag is just a sign. */
    private static String marked(String words) {
        return SIGN.matcher(words).replaceAll(sign -> sign.group().equals("<") ? "&lt;" : "&amp;");
    }
}
