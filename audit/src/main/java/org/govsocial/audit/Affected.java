package org.govsocial.audit;

/**
 * Whom a success criterion of WCAG 2.2 is mostly for. Our own short reading of the "benefits" that W3C's understanding
 * documents name; everybody gains from most of it.
 */
final class Affected {
    static final String EVERYONE = "everyone who reads the post";

    private Affected() {}

    static String by(String criterion) {
        if (criterion.startsWith("1.1.")) {
            return "blind people and people with low vision, who hear or feel the post";
        }
        if (criterion.startsWith("1.2.")) {
            return "deaf and hard of hearing people, and people who cannot see a video";
        }
        if (criterion.startsWith("1.3.")) {
            return "people who use a screen reader";
        }
        if (criterion.startsWith("1.4.")) {
            return "people with low vision or colour blindness";
        }
        if (criterion.startsWith("2.2.")) {
            return "people whom movement distracts, and people who need more time";
        }
        if (criterion.startsWith("2.3.")) {
            return "people with photosensitive epilepsy";
        }
        if (criterion.startsWith("2.4.")) {
            return "people who use a screen reader or only a keyboard, and people who find it hard to concentrate";
        }
        if (criterion.startsWith("3.1.")) {
            return "people who read little or with effort, learners of the language, and people who hear the post";
        }
        return EVERYONE;
    }
}
