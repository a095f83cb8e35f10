package org.govsocial.cli;

import java.util.List;
import java.util.Objects;
import org.govsocial.casestudies.CaseLibrary;

/** The verbs of "Case studies and reports". */
public final class CasesGroup implements VerbGroup {
    /** Made by the service loader. */
    public CasesGroup() {}

    @Override
    public String document() {
        return "case-studies";
    }

    @Override
    public List<String> names() {
        return List.of("cases");
    }

    @Override
    public List<Verb> verbs(Terminal terminal) {
        Objects.requireNonNull(CaseLibrary.class);
        return List.of(new CasesVerb(terminal));
    }
}
