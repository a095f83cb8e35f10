package org.govsocial.mishap.ready;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.govsocial.mishap.Assessor;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Plan;
import org.govsocial.model.Playbook;

/** Looks at one thing after the other. What it does not know how to look at, people confirm. */
final class Look {
    private static final int ACCESS_DAYS = 183;
    private static final int WATCH_DAYS = 3;
    private static final int DIGITS_OF_A_NUMBER = 7;

    private final Known known;
    private final Assessor assessor;
    private final Map<String, Confirmation> said;
    private final Map<String, Function<Playbook.Step, Readiness.Check>> looks = Map.ofEntries(
            Map.entry("everyday", this::everyday),
            Map.entry("watched-hours", this::watchedHours),
            Map.entry("weekend-rota", this::weekendRota),
            Map.entry("reachable", this::reachable),
            Map.entry("contentious", this::contentious),
            Map.entry("authorised", this::authorised),
            Map.entry("empowered", this::empowered),
            Map.entry("complaints", this::complaints),
            Map.entry("multi-factor", this::multiFactor),
            Map.entry("recovery", this::recovery),
            Map.entry("holding-words", this::holdingWords),
            Map.entry("monitoring", this::monitoring),
            Map.entry("drill", this::drill),
            Map.entry("own-accounts", this::ownAccounts));

    Look(Known known, Assessor assessor) {
        this.known = known;
        this.assessor = assessor;
        this.said = Readiness.newest(known.confirmations());
    }

    Readiness.Check at(Playbook.Step step) {
        return looks.getOrDefault(step.id(), this::confirmed).apply(step);
    }

    // ---- people's word

    private Readiness.Check confirmed(Playbook.Step step) {
        Confirmation c = said.get(step.id());
        String how = "Look, then say so: govsocial mishap ready --confirm " + step.id() + " 'HOW YOU KNOW'";
        if (c == null) {
            return new Readiness.Check(step, Readiness.State.TO_CONFIRM, "No file tells.", how);
        }
        String who = c.by() + " on " + c.on() + (c.note().isEmpty() ? "" : ": " + c.note());
        if (!c.counts(known.today())) {
            return new Readiness.Check(
                    step, Readiness.State.TO_CONFIRM, "Last confirmed by " + who + ", too long ago.", how);
        }
        return c.holds()
                ? holds(step, "Confirmed by " + who + ".")
                : new Readiness.Check(step, Readiness.State.GAP, "It does not hold, says " + who + ".", "Arrange it.");
    }

    private static Readiness.Check holds(Playbook.Step step, String seen) {
        return new Readiness.Check(step, Readiness.State.HOLDS, seen, "");
    }

    private static Readiness.Check gap(Playbook.Step step, String seen, String advice) {
        return new Readiness.Check(step, Readiness.State.GAP, seen, advice);
    }

    private Readiness.Check ofPlan(Playbook.Step step, Function<Plan, Readiness.Check> look) {
        return known.plan()
                .map(look)
                .orElseGet(() ->
                        gap(step, "There is no plan.", "Make one: govsocial plan init, or name it with --plan FILE."));
    }

    // ---- the plan

    private Readiness.Check everyday(Playbook.Step step) {
        return ofPlan(step, plan -> {
            var missing = new ArrayList<String>();
            add(missing, plan.team().signOff().how(), "how a post is signed off");
            add(missing, plan.moderation().form(), "how comments are handled");
            add(missing, plan.records().how(), "how records are kept");
            return missing.isEmpty()
                    ? holds(step, "The plan says all three.")
                    : gap(step, "The plan does not say " + String.join(", nor ", missing) + ".", "Write it there.");
        });
    }

    private static void add(List<String> missing, String value, String what) {
        if (value.isBlank()) {
            missing.add(what);
        }
    }

    private Readiness.Check watchedHours(Playbook.Step step) {
        return ofPlan(step, plan -> {
            var missing = new ArrayList<String>();
            add(missing, plan.watch().hours(), "the hours watched");
            add(missing, plan.statements().emergencies(), "where to turn in an emergency");
            return missing.isEmpty()
                    ? holds(step, plan.watch().hours())
                    : gap(
                            step,
                            "The plan does not say " + String.join(", nor ", missing) + ".",
                            "Settle it, and publish it on every channel.");
        });
    }

    private Readiness.Check weekendRota(Playbook.Step step) {
        return ofPlan(
                step,
                plan -> plan.watch().outside().isBlank()
                        ? gap(step, "The plan does not say what happens outside of the hours.", "Make a rota.")
                        : holds(step, plan.watch().outside()));
    }

    private Readiness.Check contentious(Playbook.Step step) {
        return ofPlan(step, plan -> {
            Plan.Moderation m = plan.moderation();
            return m.lead().isBlank() || m.escalation().isBlank()
                    ? gap(
                            step,
                            "The plan names "
                                    + (m.lead().isBlank() ? "nobody who decides" : "no way to reach " + m.lead()) + ".",
                            "Name the person, and how a contentious matter gets to them after hours.")
                    : holds(step, m.lead() + ": " + m.escalation());
        });
    }

    private Readiness.Check authorised(Playbook.Step step) {
        return ofPlan(step, plan -> {
            var missing = new ArrayList<String>();
            add(missing, plan.team().signOff().writes(), "who writes");
            add(missing, plan.team().signOff().approves(), "who approves");
            add(missing, plan.moderation().escalation(), "how concerns are handled");
            return missing.isEmpty()
                    ? holds(
                            step,
                            plan.team().signOff().writes() + " writes, "
                                    + plan.team().signOff().approves() + " approves.")
                    : gap(step, "The plan does not say " + String.join(", nor ", missing) + ".", "Settle it.");
        });
    }

    private Readiness.Check empowered(Playbook.Step step) {
        return ofPlan(
                step,
                plan -> plan.team().signOff().how().isBlank()
                        ? gap(
                                step,
                                "The plan does not say what may go out without approval.",
                                "Say what staff may answer by themselves.")
                        : holds(step, plan.team().signOff().how()));
    }

    private Readiness.Check complaints(Playbook.Step step) {
        return ofPlan(
                step,
                plan -> plan.statements().moderationPolicy().isBlank()
                                && plan.statements().participationRules().isBlank()
                        ? gap(
                                step,
                                "The plan names no published rules.",
                                "Publish house rules that say how to complain.")
                        : confirmed(step));
    }

    /** Every role that the first hour needs, and those who lead. */
    private Readiness.Check reachable(Playbook.Step step) {
        return ofPlan(step, plan -> {
            var roles = new TreeSet<String>();
            assessor.matrix().extents().forEach(e -> roles.add(e.lead()));
            for (Playbook playbook : assessor.playbooks()) {
                playbook.steps().stream()
                        .filter(s -> s.phase() == Playbook.Phase.DURING)
                        .forEach(s -> roles.add(s.owner()));
            }
            var missing = new ArrayList<String>();
            for (String role : roles) {
                String lacks = lacks(role, plan);
                if (!lacks.isEmpty()) {
                    missing.add(role.replace('-', ' ') + " (" + lacks + ")");
                }
            }
            return missing.isEmpty()
                    ? holds(step, roles.size() + " roles, each with a number and a deputy.")
                    : gap(
                            step,
                            "Missing: " + String.join(", ", missing) + ".",
                            "Write into the plan's people, by these roles, each name and deputy with a number, such as"
                                    + " “Moana, 021 555 010”.");
        });
    }

    private static String lacks(String role, Plan plan) {
        Optional<Plan.Person> person = plan.team().people().stream()
                .filter(p -> Readiness.role(p).equals(role))
                .findFirst();
        if (person.isEmpty() || person.get().name().isBlank()) {
            return "nobody";
        }
        if (!hasNumber(person.get().name())) {
            return "no number";
        }
        if (person.get().deputy().isBlank()) {
            return "no deputy";
        }
        return hasNumber(person.get().deputy()) ? "" : "no number of the deputy";
    }

    private static boolean hasNumber(String name) {
        return name.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER;
    }

    // ---- the register

    private Readiness.Check ofAccounts(Playbook.Step step, Function<List<ChannelAccount>, Readiness.Check> look) {
        return known.accounts()
                .filter(a -> !a.isEmpty())
                .map(look)
                .orElseGet(() -> gap(
                        step,
                        "There is no register of accounts.",
                        "Make one: govsocial init, or name it with --accounts FILE."));
    }

    private static String name(ChannelAccount account) {
        return account.channel() + (account.handle().isBlank() ? "" : " @" + account.handle());
    }

    private Readiness.Check multiFactor(Playbook.Step step) {
        return ofAccounts(step, accounts -> {
            List<String> without = accounts.stream()
                    .filter(a -> a.multiFactor().filter(on -> on).isEmpty())
                    .map(a -> name(a) + (a.multiFactor().isPresent() ? "" : " (not known)"))
                    .toList();
            return without.isEmpty()
                    ? holds(step, accounts.size() + " accounts, all with a second factor.")
                    : gap(step, "Without: " + String.join(", ", without) + ".", "Switch it on, and write it down.");
        });
    }

    private Readiness.Check recovery(Playbook.Step step) {
        return ofAccounts(step, accounts -> {
            LocalDate oldest = known.today().minusDays(ACCESS_DAYS);
            var missing = new ArrayList<String>();
            for (ChannelAccount a : accounts) {
                var lacks = new ArrayList<String>();
                add(lacks, a.owner(), "no owner");
                add(lacks, a.deputy(), "no deputy");
                add(lacks, a.recovery(), "no way to get it back");
                if (a.lastReview().filter(day -> !day.isBefore(oldest)).isEmpty()) {
                    lacks.add("access not looked at since "
                            + a.lastReview().map(LocalDate::toString).orElse("ever"));
                }
                if (!lacks.isEmpty()) {
                    missing.add(name(a) + " (" + String.join(", ", lacks) + ")");
                }
            }
            return missing.isEmpty()
                    ? holds(step, accounts.size() + " accounts are complete.")
                    : gap(step, "Missing: " + String.join("; ", missing) + ".", "Complete the register.");
        });
    }

    private Readiness.Check ownAccounts(Playbook.Step step) {
        return ofAccounts(step, accounts -> {
            List<String> unlisted = accounts.stream()
                    .filter(a -> !a.handle().isBlank()
                            && known.handles().stream().noneMatch(h -> h.equalsIgnoreCase(a.handle())))
                    .map(Look::name)
                    .toList();
            return unlisted.isEmpty()
                    ? holds(step, "Every account of the register is listed in the workspace.")
                    : gap(
                            step,
                            "Not listed: " + String.join(", ", unlisted) + ".",
                            "Add them under \"accounts\" in govsocial.json.");
        });
    }

    // ---- what was done

    private Readiness.Check holdingWords(Playbook.Step step) {
        return known.words()
                .map(failing -> failing.isEmpty()
                        ? holds(step, "Every holding statement of the playbooks passes every check.")
                        : gap(
                                step,
                                "These do not pass: " + String.join(", ", failing) + ".",
                                "Mend the words of these steps in your pack."))
                .orElseGet(() -> confirmed(step));
    }

    private Readiness.Check monitoring(Playbook.Step step) {
        Optional<LocalDate> watched = known.lastWatched();
        return watched.isPresent() && !watched.get().plusDays(WATCH_DAYS).isBefore(known.today())
                ? holds(step, "Mentions were last watched on " + watched.get() + ".")
                : confirmed(step);
    }

    private Readiness.Check drill(Playbook.Step step) {
        String advice = "Play one through: govsocial mishap drill";
        return known.lastDrill()
                .map(day -> day.plusYears(1).isBefore(known.today())
                        ? gap(step, "The last was on " + day + ", more than a year ago.", advice)
                        : holds(step, "The last was on " + day + "."))
                .orElseGet(() -> gap(step, "There is no log of one.", advice));
    }
}
