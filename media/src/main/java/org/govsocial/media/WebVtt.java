package org.govsocial.media;

import java.util.ArrayList;
import java.util.List;
import org.govsocial.model.CaptionTrack;
import org.govsocial.model.CaptionTrack.Cue;
import org.govsocial.model.CaptionTrack.Fault;
import org.govsocial.model.CaptionTrack.Format;

/**
 * Reads WebVTT as browsers do (W3C, "WebVTT: The Web Video Text Tracks Format", section 6.1), and notes what does not
 * follow the format.
 */
final class WebVtt {
    private static final String SIGNATURE = "WEBVTT";

    private final CaptionLines lines;
    private final boolean strict;
    private final List<Cue> cues = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private WebVtt(String text, boolean strict) {
        lines = new CaptionLines(text);
        this.strict = strict;
    }

    /**
     * Reads captions.
     *
     * @param text the file
     * @param strict whether what browsers leave out is left out; when not, a cue whose time can be made out is kept, and
     *     so are the cues of a file that does not start with its signature
     */
    static CaptionTrack parse(String text, boolean strict) {
        return new WebVtt(text, strict).parsed();
    }

    private CaptionTrack parsed() {
        String first = lines.take();
        boolean signed = first.startsWith(SIGNATURE)
                && (first.length() == SIGNATURE.length() || isSpace(first.charAt(SIGNATURE.length())));
        if (!signed) {
            faults.add(new Fault("no-header", 1, CaptionLines.brief(first)));
            if (strict) {
                return track();
            }
            if (!first.strip().equalsIgnoreCase(SIGNATURE)) {
                lines.back();
            }
        } else if (!lines.atEnd() && !lines.peek().isEmpty()) {
            header();
        }
        while (!lines.atEnd()) {
            if (lines.peek().isEmpty()) {
                lines.take();
            } else {
                block();
            }
        }
        return track();
    }

    /** Lines right below the signature; a line of times there begins a cue. */
    private void header() {
        while (!lines.atEnd()) {
            String line = lines.take();
            if (line.contains(CaptionLines.ARROW)) {
                faults.add(new Fault("no-blank-line", lines.number(), CaptionLines.brief(line)));
                lines.back();
                return;
            }
            if (line.isEmpty()) {
                return;
            }
        }
    }

    private void block() {
        var buffer = new StringBuilder();
        Cue cue = null;
        boolean arrow = false;
        boolean bad = false;
        int start = lines.number() + 1;
        for (int count = 1; !lines.atEnd(); count++) {
            String line = lines.take();
            if (line.contains(CaptionLines.ARROW)) {
                if (count > 2 || arrow) {
                    // A cue begins without a blank line before it.
                    faults.add(new Fault("no-blank-line", lines.number(), CaptionLines.brief(line)));
                    lines.back();
                    break;
                }
                arrow = true;
                cue = timed(line, buffer.toString());
                if (cue == null) {
                    bad = true;
                } else {
                    buffer.setLength(0);
                }
            } else if (line.isEmpty()) {
                break;
            } else {
                buffer.append(buffer.isEmpty() ? "" : "\n").append(line);
            }
        }
        if (cue != null) {
            cues.add(cue.withText(buffer.toString()));
        } else if (!bad && !isNote(buffer)) {
            faults.add(new Fault("no-times", start, CaptionLines.brief(buffer.toString())));
        }
    }

    private static boolean isNote(StringBuilder block) {
        String first = block.toString().lines().findFirst().orElse("");
        return first.equals("NOTE")
                || first.startsWith("NOTE ")
                || first.startsWith("NOTE\t")
                || first.strip().equals("STYLE")
                || first.strip().equals("REGION");
    }

    private @org.jspecify.annotations.Nullable Cue timed(String line, String id) {
        var at = new Cursor(line);
        at.spaces();
        long start = at.time();
        at.spaces();
        boolean arrow = at.takes(CaptionLines.ARROW);
        at.spaces();
        long end = arrow ? at.time() : -1;
        String settings = at.rest().strip();
        if (start < 0 || end < 0) {
            faults.add(new Fault("bad-time", lines.number(), CaptionLines.brief(line)));
            int middle = line.indexOf(CaptionLines.ARROW);
            if (strict || middle < 0) {
                return null;
            }
            String after = line.substring(middle + CaptionLines.ARROW.length()).strip();
            int space = firstSpace(after);
            start = CaptionLines.looseMillis(line.substring(0, middle));
            end = CaptionLines.looseMillis(after.substring(0, space));
            settings = after.substring(space).strip();
            if (start < 0 || end < 0) {
                faults.add(new Fault("lost-cue", lines.number(), CaptionLines.brief(line)));
                return null;
            }
        }
        if (end <= start) {
            faults.add(new Fault("ends-before-start", lines.number(), CaptionLines.brief(line)));
        }
        return new Cue(id, start, end, settings, "");
    }

    static int firstSpace(String text) {
        int at = 0;
        while (at < text.length() && !isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private CaptionTrack track() {
        return new CaptionTrack(Format.WEBVTT, cues, faults, 0);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    /** Reads a line of times from left to right. */
    private static final class Cursor {
        private final String line;
        private int at;

        Cursor(String line) {
            this.line = line;
        }

        void spaces() {
            while (at < line.length() && isSpace(line.charAt(at))) {
                at++;
            }
        }

        boolean takes(String sign) {
            if (!line.startsWith(sign, at)) {
                return false;
            }
            at += sign.length();
            return true;
        }

        String rest() {
            return line.substring(at);
        }

        /** By "collect a WebVTT timestamp": hours are optional, of any length; everything else is exact. -1 when not. */
        long time() {
            int from = at;
            long one = number();
            int digits = at - from;
            if (one < 0 || !takes(":")) {
                return -1;
            }
            boolean hours = digits != 2 || one > 59;
            long two = number(2);
            long three;
            if (hours || at < line.length() && line.charAt(at) == ':') {
                if (!takes(":")) {
                    return -1;
                }
                three = number(2);
            } else {
                three = two;
                two = one;
                one = 0;
            }
            if (!takes(".")) {
                return -1;
            }
            long thousandths = number(3);
            if (two < 0 || two > 59 || three < 0 || three > 59 || thousandths < 0) {
                return -1;
            }
            return ((one * 60 + two) * 60 + three) * 1_000 + thousandths;
        }

        private long number(int width) {
            int from = at;
            long value = number();
            return at - from == width ? value : -1;
        }

        private long number() {
            int from = at;
            while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
                at++;
            }
            return CaptionLines.number(line.substring(from, at), 9);
        }
    }
}
