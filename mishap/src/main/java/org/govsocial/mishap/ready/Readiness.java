package org.govsocial.mishap.ready;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.govsocial.mishap.Assessor;
import org.govsocial.model.Plan;
import org.govsocial.model.Playbook;

/**
 * How ready an agency is for a mishap, by area. What to look at is in the packs: the playbooks for {@link #READY}, one for
 * each area. What a plan, a register of accounts and the log of the last drill tell is looked at; what only people know,
 * they confirm. Immutable.
 *
 * @param areas in the order of the packs
 */
public record Readiness(List<Area> areas) {
    /** What playbooks of this kind are for. */
    public static final String READY = "ready";

    /** Copies the list. */
    public Readiness {
        areas = List.copyOf(areas);
    }

    /** Whether something that is asked for is so. */
    public enum State {
        /** It is. */
        HOLDS,
        /** It is not. */
        GAP,
        /** No file tells, and nobody has confirmed it lately. */
        TO_CONFIRM
    }

    /**
     * Something that was looked at.
     *
     * @param step what is asked for, and the statement that it rests on
     * @param state whether it is so
     * @param seen what was seen, in a sentence
     * @param advice what to do; empty when it holds
     */
    public record Check(Playbook.Step step, State state, String seen, String advice) {}

    /**
     * One area.
     *
     * @param id of its playbook
     * @param title what people call it
     * @param checks what was looked at
     */
    public record Area(String id, String title, List<Check> checks) {
        /** Copies the list. */
        public Area {
            checks = List.copyOf(checks);
        }

        /**
         * How many of its checks hold.
         *
         * @return from 0 to the number of checks
         */
        public long holding() {
            return checks.stream().filter(c -> c.state() == State.HOLDS).count();
        }
    }

    /**
     * Looks at everything.
     *
     * @param assessor the playbooks in force
     * @param known what the agency has
     * @return how ready it is
     */
    public static Readiness of(Assessor assessor, Known known) {
        var look = new Look(known, assessor);
        var areas = new ArrayList<Area>();
        for (Playbook playbook : assessor.playbooks()) {
            if (playbook.when().contains(READY)) {
                areas.add(new Area(
                        playbook.id(),
                        playbook.title(),
                        playbook.steps().stream().map(look::at).toList()));
            }
        }
        return new Readiness(areas);
    }

    /**
     * Everything of one state.
     *
     * @param state which
     * @return in order
     */
    public List<Check> all(State state) {
        return areas.stream()
                .flatMap(a -> a.checks().stream())
                .filter(c -> c.state() == state)
                .toList();
    }

    /**
     * How much of it holds.
     *
     * @return of a hundred, rounded down; every check counts the same
     */
    public int percent() {
        int checks = areas.stream().mapToInt(a -> a.checks().size()).sum();
        return checks == 0 ? 0 : all(State.HOLDS).size() * 100 / checks;
    }

    /**
     * The role of a person of a plan, as playbooks name it.
     *
     * @param person of the plan
     * @return kebab case: "Communications manager" is {@code "communications-manager"}
     */
    public static String role(Plan.Person person) {
        return person.role().strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The newest word of people on each item. */
    static LinkedHashMap<String, Confirmation> newest(List<Confirmation> confirmations) {
        var newest = new LinkedHashMap<String, Confirmation>();
        for (Confirmation c : confirmations) {
            newest.merge(c.item(), c, (a, b) -> b.on().isBefore(a.on()) ? a : b);
        }
        return newest;
    }
}
