package org.govsocial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * The verbs that documents bring.
 *
 * @param present the commands by verb
 * @param absent for verbs whose module is missing, the document
 */
record VerbGroups(Map<String, Object> present, Map<String, String> absent) {
    /** Finds them. A document that is missing takes its own verbs away, nothing else. */
    static VerbGroups find(Terminal terminal) {
        var groups = new ArrayList<VerbGroup>();
        ServiceLoader.load(VerbGroup.class, VerbGroups.class.getClassLoader()).forEach(groups::add);
        return of(groups, terminal);
    }

    static VerbGroups of(List<VerbGroup> groups, Terminal terminal) {
        var present = new LinkedHashMap<String, Object>();
        var absent = new LinkedHashMap<String, String>();
        for (VerbGroup group : groups) {
            try {
                List<Object> commands = group.commands(terminal);
                for (int i = 0; i < commands.size(); i++) {
                    present.put(group.verbs().get(i), commands.get(i));
                }
            } catch (NoClassDefFoundError e) {
                for (String verb : group.verbs()) {
                    absent.put(verb, group.document());
                }
            }
        }
        return new VerbGroups(present, absent);
    }
}
