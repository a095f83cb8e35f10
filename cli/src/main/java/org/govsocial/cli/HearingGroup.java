package org.govsocial.cli;

import java.util.List;
import java.util.Objects;
import org.govsocial.accessibility.speech.ScreenReader;

/** What people hear and see. */
public final class HearingGroup implements VerbGroup {
    /** Made by the service loader. */
    public HearingGroup() {}

    @Override
    public String document() {
        return "accessibility";
    }

    @Override
    public List<String> names() {
        return List.of("contrast", "hear");
    }

    @Override
    public List<Verb> verbs(Terminal terminal) {
        // Fails here, and not in the middle of the work, when the module is missing.
        Objects.requireNonNull(ScreenReader.class.getName());
        return List.of(new HearContrastVerb(terminal), new HearVerb(terminal));
    }
}
