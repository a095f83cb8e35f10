package org.govsocial.cli;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.govsocial.mishap.Mishap;
import org.govsocial.spi.ReadOptions;

/** What people do when it goes wrong. */
public final class MishapGroup implements VerbGroup {
    /** Made by the service loader. */
    public MishapGroup() {}

    @Override
    public String document() {
        return "mishap";
    }

    @Override
    public List<String> names() {
        return List.of("mishap");
    }

    @Override
    public List<Verb> verbs(Terminal terminal) {
        // Fails here, and not in the middle of the work, when the module is missing.
        Objects.requireNonNull(Mishap.class.getName());
        return List.of(new MishapVerb(terminal, Clock.system(ReadOptions.DEFAULTS.zone())));
    }
}
