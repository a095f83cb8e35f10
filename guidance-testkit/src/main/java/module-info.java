/** For authors of rules and plug-ins: contract tests, assertions and awkward texts, for any test framework. */
module org.govsocial.testkit {
    requires static transitive org.jspecify;
    requires transitive org.govsocial.guidance;

    exports org.govsocial.testkit;

    uses org.govsocial.spi.GuidancePlugin;
}
