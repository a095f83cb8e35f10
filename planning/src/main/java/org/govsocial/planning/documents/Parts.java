package org.govsocial.planning.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.govsocial.model.Gap;

/** Facts in the making; each gap says where to write what is missing. */
final class Parts {
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final String where;

    Parts(String where) {
        this.where = where;
    }

    void text(String name, String value, String what, String place) {
        facts.put(name, new Fact.Text(value, new Gap(what, advice(place))));
    }

    void flag(String name, boolean holds, String what) {
        facts.put(name, new Fact.Flag(holds, new Gap(what, "")));
    }

    String advice(String place) {
        return "Write it in " + where + place + ".";
    }

    Map<String, Fact> facts() {
        return facts;
    }
}
