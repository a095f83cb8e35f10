package org.govsocial.archives;

import java.util.Locale;
import java.util.Map;
import org.govsocial.model.Media;
import org.jspecify.annotations.Nullable;

/** What the names of media files say. */
final class MediaFiles {
    private static final Map<String, Media.Kind> KINDS = Map.ofEntries(
            Map.entry("jpg", Media.Kind.IMAGE),
            Map.entry("jpeg", Media.Kind.IMAGE),
            Map.entry("png", Media.Kind.IMAGE),
            Map.entry("webp", Media.Kind.IMAGE),
            Map.entry("svg", Media.Kind.IMAGE),
            Map.entry("avif", Media.Kind.IMAGE),
            Map.entry("heic", Media.Kind.IMAGE),
            Map.entry("bmp", Media.Kind.IMAGE),
            Map.entry("tif", Media.Kind.IMAGE),
            Map.entry("tiff", Media.Kind.IMAGE),
            Map.entry("gif", Media.Kind.ANIMATION),
            Map.entry("apng", Media.Kind.ANIMATION),
            Map.entry("mp4", Media.Kind.VIDEO),
            Map.entry("m4v", Media.Kind.VIDEO),
            Map.entry("mov", Media.Kind.VIDEO),
            Map.entry("webm", Media.Kind.VIDEO),
            Map.entry("mp3", Media.Kind.AUDIO),
            Map.entry("m4a", Media.Kind.AUDIO),
            Map.entry("wav", Media.Kind.AUDIO),
            Map.entry("ogg", Media.Kind.AUDIO),
            Map.entry("pdf", Media.Kind.DOCUMENT),
            Map.entry("pptx", Media.Kind.DOCUMENT),
            Map.entry("docx", Media.Kind.DOCUMENT));

    private MediaFiles() {}

    /** By the name's ending; {@code OTHER} when it says nothing. */
    static Media.Kind kindOf(@Nullable String file) {
        return file == null ? Media.Kind.OTHER : KINDS.getOrDefault(extension(file), Media.Kind.OTHER);
    }

    /** By the media type, such as {@code image/png}. */
    static Media.Kind kindOfType(String mediaType) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (type.equals("image/gif") || type.equals("image/apng")) {
            return Media.Kind.ANIMATION;
        }
        if (type.startsWith("image/")) {
            return Media.Kind.IMAGE;
        }
        if (type.startsWith("video/")) {
            return Media.Kind.VIDEO;
        }
        if (type.startsWith("audio/")) {
            return Media.Kind.AUDIO;
        }
        return type.equals("application/pdf") ? Media.Kind.DOCUMENT : Media.Kind.OTHER;
    }

    static boolean isCaptions(String file) {
        String extension = extension(file);
        return extension.equals("vtt") || extension.equals("srt");
    }

    static String extension(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 || file.indexOf('/', dot) >= 0
                ? ""
                : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }

    /**
     * A file's name as a record gives it, with forward slashes.
     *
     * @return null when the name is null or blank
     * @throws FieldException when it is an address, is absolute, or leaves the folder of its input
     */
    static @Nullable String checked(@Nullable String name) throws FieldException {
        if (name == null || name.isBlank()) {
            return null;
        }
        String path = name.replace('\\', '/');
        if (path.startsWith("/") || hasScheme(path)) {
            throw new FieldException(
                    "\"" + PostDraft.brief(name) + "\" is an address or an absolute path, not a file beside the posts.",
                    "Put the file in the folder of the posts, and give its name from there.");
        }
        int depth = 0;
        for (String part : path.split("/", -1)) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (depth < 0) {
                throw new FieldException(
                        "\"" + PostDraft.brief(name) + "\" leads out of the folder of the posts.",
                        "Put the file in that folder, and give its name from there.");
            }
        }
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i))) {
                throw new FieldException("A file's name holds a control character.", "Rename the file.");
            }
        }
        return path;
    }

    /** {@code https:}, {@code data:}, and a drive such as {@code C:}. */
    private static boolean hasScheme(String path) {
        int colon = path.indexOf(':');
        if (colon < 1) {
            return colon == 0;
        }
        for (int i = 0; i < colon; i++) {
            char c = path.charAt(i);
            if (!(c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '.' || c == '-'))) {
                return false;
            }
        }
        return true;
    }
}
