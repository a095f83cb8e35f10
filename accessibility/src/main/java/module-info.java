/** Accessibility and social media: what the guidance says of accessible posts, and the rules that check it. */
module org.govsocial.accessibility {
    requires static transitive org.jspecify;
    requires transitive org.govsocial.guidance;

    exports org.govsocial.accessibility;
    exports org.govsocial.accessibility.contrast;
    exports org.govsocial.accessibility.speech;

    provides org.govsocial.spi.GuidancePlugin with
            org.govsocial.accessibility.Accessibility;
}
