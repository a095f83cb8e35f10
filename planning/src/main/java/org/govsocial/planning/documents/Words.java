package org.govsocial.planning.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.model.Platform;

/** Values of plans as people read them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("inform", "to inform people"),
            Map.entry("be-informed", "to be informed by people"),
            Map.entry("deliberate", "to think questions through with people"),
            Map.entry("communications", "communications"),
            Map.entry("community-engagement", "community engagement"),
            Map.entry("policy-consultation", "policy consultation"),
            Map.entry("not-yet", "not yet"),
            Map.entry("passive", "passive: listening"),
            Map.entry("active", "active: responding"),
            Map.entry("engaged", "engaged: taking part in discussion"),
            Map.entry("social-network", "social network"),
            Map.entry("media-sharing", "media-sharing network"),
            Map.entry("blog", "blog"),
            Map.entry("wiki", "wiki"),
            Map.entry("forum", "forum"),
            Map.entry("elsewhere", "elsewhere"),
            Map.entry("pre", "before others see them (pre-moderation)"),
            Map.entry("post", "after they appear (post-moderation)"),
            Map.entry("reactive", "when somebody reports them (reactive moderation)"),
            Map.entry("closed", "not at all, since comments are closed"));

    private static final Map<String, String> PLATFORMS = Map.ofEntries(
            Map.entry("x", "X"),
            Map.entry("facebook", "Facebook"),
            Map.entry("instagram", "Instagram"),
            Map.entry("threads", "Threads"),
            Map.entry("linkedin", "LinkedIn"),
            Map.entry("mastodon", "Mastodon"),
            Map.entry("bluesky", "Bluesky"),
            Map.entry("youtube", "YouTube"),
            Map.entry("pinterest", "Pinterest"),
            Map.entry("tiktok", "TikTok"));

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A value of a closed or open set; one that is not known is its own name. */
    static String of(String value) {
        return VALUES.getOrDefault(value, value);
    }

    static String of(Platform platform) {
        return PLATFORMS.getOrDefault(platform.id(), platform.id());
    }

    /** "a, b and c". */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }
}
