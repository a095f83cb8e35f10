package org.govsocial.planning.toolbox;

import org.govsocial.model.Citation;
import org.govsocial.model.Place;
import org.govsocial.model.Plan;
import org.govsocial.spi.RuleInfo;

/** What the rules about plans share. */
final class Topic {
    private Topic() {}

    /** The start of a rule's description: it belongs to the toolbox, and cites either document. */
    static RuleInfo rule(String name, String document, String statement, String summary) {
        return RuleInfo.of("toolbox/" + name, new Citation(document, statement), summary);
    }

    /** A part of a plan, by its JSON Pointer. */
    static Place at(String field) {
        return new Place(field, -1, -1);
    }

    /** Whether the plan does more than listen, as far as it says. */
    static boolean opensChannel(Plan plan) {
        return !plan.aim().stage().equals("passive");
    }
}
