package org.govsocial.accessibility;

import java.util.Locale;
import org.govsocial.model.Edit;
import org.govsocial.model.Platform;
import org.govsocial.model.Severity;
import org.govsocial.spi.Circumstances;
import org.govsocial.spi.Findings;
import org.govsocial.spi.PostFeatures;
import org.govsocial.spi.PostRule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.Silence;
import org.govsocial.spi.TokenKind;
import org.govsocial.spi.Trait;

/** A link to a document, picture, video or sound that the post does not call one. */
final class LinkUnlabelledFormat implements PostRule {
    private static final RuleInfo INFO = Accessibility.rule(
                    "link-unlabelled-format",
                    "A11Y-LINK-FORMAT",
                    "Say so when a link leads to a document, picture, video or sound.")
            .withMessage("unlabelled", Severity.NOTE, "This link leads to a {format} file. Say so: “({format})”.")
            .withNeeds(Trait.LINKS)
            .withCriterion("2.4.4");

    private static final String[] EXTENSIONS = {
        ".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".csv", ".zip", ".mp3", ".mp4", ".mov", ".jpg",
        ".jpeg", ".png", ".gif"
    };

    private static final int SHORTEST = 4;
    private static final int LONGEST = 5;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Silence silence(Platform platform, Circumstances circumstances) {
        return Silence.NEVER.orUnheard(circumstances, "unlabelled");
    }

    @Override
    public void check(PostFeatures post, Findings out) {
        String text = post.post().text();
        for (int token = post.next(TokenKind.LINK, 0); token >= 0; token = post.next(TokenKind.LINK, token + 1)) {
            if (!mayBeFile(text, post.start(token), post.end(token))) {
                continue;
            }
            for (String extension : EXTENSIONS) {
                if (isFile(text, post.start(token), post.end(token), extension) && !isNamed(post, extension)) {
                    Findings.Draft draft = out.fail("unlabelled").at(post.start(token), post.end(token));
                    if (out.wantsWords()) {
                        String format = extension.substring(1).toUpperCase(Locale.ROOT);
                        draft.with("format", format)
                                .safeFix(Edit.text(post.end(token), post.end(token), " (" + format + ")"));
                    }
                }
            }
        }
    }

    /** Whether the link's path has a full stop where one of the extensions would. */
    private static boolean mayBeFile(String text, int start, int end) {
        int pathEnd = start;
        while (pathEnd < end && text.charAt(pathEnd) != '?' && text.charAt(pathEnd) != '#') {
            pathEnd++;
        }
        return pathEnd - start > LONGEST
                && (text.charAt(pathEnd - SHORTEST) == '.' || text.charAt(pathEnd - LONGEST) == '.');
    }

    private static boolean isFile(String text, int start, int end, String extension) {
        int host = Links.hostStart(text, start, end);
        int path = Links.hostEnd(text, host, end);
        return Links.hasExtension(text, path, end, extension);
    }

    /** Whether a word of the post, such as PDF or video, says what it is. */
    private static boolean isNamed(PostFeatures post, String extension) {
        String format = extension.substring(1);
        for (int token = 0; token < post.tokenCount(); token++) {
            boolean named = Tokens.is(post, token, format)
                    || switch (format) {
                        case "mp4", "mov" -> Tokens.is(post, token, "video") || Tokens.is(post, token, "watch");
                        case "mp3" ->
                            Tokens.is(post, token, "audio")
                                    || Tokens.is(post, token, "listen")
                                    || Tokens.is(post, token, "podcast");
                        case "jpg", "jpeg", "png", "gif" ->
                            Tokens.is(post, token, "photo")
                                    || Tokens.is(post, token, "picture")
                                    || Tokens.is(post, token, "image")
                                    || Tokens.is(post, token, "map");
                        case "docx", "doc" -> Tokens.is(post, token, "Word");
                        case "xlsx", "xls", "csv" ->
                            Tokens.is(post, token, "spreadsheet") || Tokens.is(post, token, "Excel");
                        default -> false;
                    };
            if (named) {
                return true;
            }
        }
        return false;
    }
}
