package org.govsocial.engine;

import java.io.IOException;
import org.govsocial.json.JsonInput;
import org.jspecify.annotations.Nullable;

/**
 * Two of the examples that stand beside a rule, one that passes and one that fails, for people to read. What cannot be read
 * is left out: a rule without examples is still explained.
 */
final class ShownExamples {
    /** A longer one is no example but a document. */
    private static final int LONGEST = 220;

    private final JsonInput in;
    private @Nullable String passes;
    private @Nullable String fails;
    private @Nullable String mended;

    private ShownExamples(String json) {
        in = JsonInput.of("examples", json);
    }

    /** The section of a page, with its heading; empty when there is nothing to show. */
    static String section(String json) {
        var shown = new ShownExamples(json);
        try {
            shown.read();
        } catch (IOException e) {
            return "";
        }
        return section(shown.passes, shown.fails, shown.mended);
    }

    static String section(@Nullable String passes, @Nullable String fails, @Nullable String mended) {
        var out = new StringBuilder();
        line(out, "Passes", passes);
        line(out, "Fails", fails);
        line(out, "Mended", mended);
        return out.isEmpty() ? "" : "\n## Examples\n\n" + out;
    }

    private static void line(StringBuilder out, String label, @Nullable String text) {
        if (text != null) {
            out.append("- ").append(label).append(": ").append(text).append('\n');
        }
    }

    private void read() throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            boolean pass = in.name().equals("pass");
            in.beginArray();
            while (in.hasNext()) {
                example(pass);
            }
            in.endArray();
        }
        in.endObject();
    }

    private void example(boolean pass) throws IOException {
        String text = "";
        String media = "";
        String fixed = null;
        in.beginObject();
        while (in.hasNext()) {
            switch (in.name()) {
                case "text" -> text = in.string();
                case "media" -> media = media();
                case "findings" -> fixed = fixed();
                default -> in.skipValue();
            }
        }
        in.endObject();
        String shown = (text.isBlank() ? "" : quoted(text)) + (text.isBlank() || media.isEmpty() ? "" : " ") + media;
        if (shown.isEmpty() || shown.length() > LONGEST) {
            return;
        }
        if (pass) {
            passes = passes == null ? shown : passes;
        } else if (fails == null) {
            fails = shown;
            mended = fixed == null ? null : quoted(fixed);
        }
    }

    /** The media of an example, in words. */
    private String media() throws IOException {
        String shown = "";
        in.beginArray();
        while (in.hasNext()) {
            String words = "with a picture that has no text alternative";
            in.beginObject();
            while (in.hasNext()) {
                switch (in.name()) {
                    case "alt" -> words = "with a picture described as " + quoted(in.string());
                    case "decorative" -> words = in.bool() ? "with a picture marked as decoration" : words;
                    case "unknown" -> words = in.bool() ? "with a picture whose description is not known" : words;
                    default -> in.skipValue();
                }
            }
            in.endObject();
            shown = shown.isEmpty() ? words : shown + ", " + words;
        }
        in.endArray();
        return shown;
    }

    /** What the first finding's field says after its first fix; null when it does not say. */
    private @Nullable String fixed() throws IOException {
        String fixed = null;
        boolean first = true;
        in.beginArray();
        while (in.hasNext()) {
            in.beginObject();
            while (in.hasNext()) {
                if (first && in.name().equals("fixed")) {
                    fixed = in.string();
                } else {
                    in.skipValue();
                }
            }
            in.endObject();
            first = false;
        }
        in.endArray();
        return fixed;
    }

    private static String quoted(String text) {
        return "“" + text.replace("\n", " / ") + "”";
    }
}
