package org.govsocial.cli;

import java.time.Clock;
import java.util.LinkedHashMap;

/** What an agency does with a pack of its own. */
final class PackVerb {
    private PackVerb() {}

    static Verb branch(Terminal terminal, Clock clock) {
        var verbs = new LinkedHashMap<String, Verb>();
        verbs.put("new", new PackNew(terminal, clock));
        verbs.put("check", new PackCheck(terminal));
        verbs.put("test", new PackTest(terminal));
        verbs.put("import", new PackImport(terminal, clock));
        return new Branch(
                "pack",
                "Write, check and test a pack of your agency's own guidance and words.",
                verbs,
                "A pack is a JSON file: statements of your own guidance, and the rules that rest on them.",
                "",
                "Examples:",
                "  govsocial pack new --id harbour-words --title 'Words we use' --maintainer 'Harbour District Council'",
                "  govsocial pack check harbour-words.pack.json",
                "  govsocial pack test harbour-words.pack.json",
                "  govsocial pack import vale styles/Harbour --maintainer 'Harbour District Council'",
                "");
    }
}
