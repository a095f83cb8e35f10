package org.govsocial.cli;

import java.util.List;
import java.util.Objects;
import org.govsocial.planning.decision.Decisions;

/** Whether to use social media, and how far. */
public final class DecideGroup implements VerbGroup {
    /** Made by the service loader. */
    public DecideGroup() {}

    @Override
    public String document() {
        return "high-level";
    }

    @Override
    public List<String> names() {
        return List.of("decide");
    }

    @Override
    public List<Verb> verbs(Terminal terminal) {
        // Fails here, and not in the middle of the work, when the module is missing.
        Objects.requireNonNull(Decisions.class.getName());
        return List.of(new DecideVerb(terminal));
    }
}
