package org.govsocial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The verbs that documents bring.
 *
 * @param present the verbs by name
 * @param absent for names of verbs whose module is missing, the document
 */
record VerbGroups(Map<String, Verb> present, Map<String, String> absent) {
    /** Finds them. A document that is missing takes its own verbs away, nothing else. */
    static VerbGroups find(Terminal terminal) {
        var groups = new ArrayList<VerbGroup>();
        ServiceLoader.load(VerbGroup.class, VerbGroups.class.getClassLoader()).forEach(groups::add);
        return of(groups, terminal);
    }

    static VerbGroups of(List<VerbGroup> groups, Terminal terminal) {
        var present = new LinkedHashMap<String, Verb>();
        var absent = new LinkedHashMap<String, String>();
        for (VerbGroup group : groups) {
            try {
                List<Verb> verbs = group.verbs(terminal);
                for (int i = 0; i < verbs.size(); i++) {
                    present.put(group.names().get(i), verbs.get(i));
                }
            } catch (NoClassDefFoundError e) {
                for (String name : group.names()) {
                    absent.put(name, group.document());
                }
            }
        }
        return new VerbGroups(present, absent);
    }
}
