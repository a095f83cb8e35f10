package org.govsocial.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A social media plan: what an agency means to do, for whom, with what, who answers for it, and until when. Made by {@link
 * #of} and the methods that begin with {@code with}, so that components can be added. Whatever is not known is empty: text
 * of no length, a list without elements, an absent date or number.
 *
 * @param id identity within its source, not blank
 * @param title what people call it
 * @param agency whose plan it is
 * @param decision the decision it follows from
 * @param aim what for and for whom
 * @param presence with which tools, on which channels
 * @param team who does the work and who signs
 * @param watch when somebody watches and how soon they reply
 * @param moderation how others' comments are handled
 * @param statements what the public can read about it
 * @param legal the legal topics that were looked at
 * @param records how records are kept
 * @param accessibility how it is made usable by disabled people
 * @param timing when it starts, is reviewed and ends
 * @param benefits what good it is expected to do
 * @param risks what may go wrong
 * @param actions what is still to be done
 */
public record Plan(
        String id,
        String title,
        String agency,
        Decision decision,
        Aim aim,
        Presence presence,
        Team team,
        Watch watch,
        Moderation moderation,
        PublicStatements statements,
        List<LegalTopic> legal,
        Care records,
        Care accessibility,
        Timing timing,
        List<Benefit> benefits,
        List<Risk> risks,
        List<Action> actions)
        implements Subject {
    /** Copies the lists. */
    public Plan {
        legal = List.copyOf(legal);
        benefits = List.copyOf(benefits);
        risks = List.copyOf(risks);
        actions = List.copyOf(actions);
    }

    /**
     * The decision that a plan follows from.
     *
     * @param stage what was recommended: {@code "not-yet"}, {@code "passive"}, {@code "active"} or {@code "engaged"}
     * @param table the decision table, with its version
     * @param answers SHA-256 of the answers, in hexadecimal
     */
    public record Decision(String stage, String table, String answers) {
        /** No decision is known. */
        public static final Decision NONE = new Decision("", "", "");
    }

    /**
     * What for and for whom.
     *
     * @param summary what is to be done and why, in some sentences
     * @param purpose {@code "inform"}, {@code "be-informed"} or {@code "deliberate"}
     * @param contexts of {@code "communications"}, {@code "community-engagement"} and {@code "policy-consultation"}
     * @param stage how far it goes: {@code "passive"}, {@code "active"} or {@code "engaged"}
     * @param objectives what is to be reached
     * @param audiences whom it is for
     */
    public record Aim(
            String summary,
            String purpose,
            List<String> contexts,
            String stage,
            List<Objective> objectives,
            List<Audience> audiences) {
        /** Nothing is known. */
        public static final Aim NONE = new Aim("", "", List.of(), "", List.of(), List.of());

        /** Copies the lists. */
        public Aim {
            contexts = List.copyOf(contexts);
            objectives = List.copyOf(objectives);
            audiences = List.copyOf(audiences);
        }

        /**
         * The same with other words about it.
         *
         * @param words what is to be done and why
         * @return a new aim
         */
        public Aim withSummary(String words) {
            return new Aim(words, purpose, contexts, stage, objectives, audiences);
        }

        /**
         * The same for another purpose.
         *
         * @param first the purpose that comes first
         * @param settings the contexts
         * @return a new aim
         */
        public Aim withPurpose(String first, List<String> settings) {
            return new Aim(summary, first, settings, stage, objectives, audiences);
        }

        /**
         * The same up to another stage.
         *
         * @param reached how far it goes
         * @return a new aim
         */
        public Aim withStage(String reached) {
            return new Aim(summary, purpose, contexts, reached, objectives, audiences);
        }

        /**
         * The same with other objectives.
         *
         * @param wanted what is to be reached
         * @return a new aim
         */
        public Aim withObjectives(List<Objective> wanted) {
            return new Aim(summary, purpose, contexts, stage, wanted, audiences);
        }

        /**
         * The same for other people.
         *
         * @param people whom it is for
         * @return a new aim
         */
        public Aim withAudiences(List<Audience> people) {
            return new Aim(summary, purpose, contexts, stage, objectives, people);
        }
    }

    /**
     * Something to be reached.
     *
     * @param text what
     * @param measure what is counted or asked to know whether it was reached
     * @param target the value that counts as success
     */
    public record Objective(String text, String measure, String target) {}

    /**
     * People to be reached.
     *
     * @param who in words
     * @param places where they already talk, as kinds of tool such as {@code "social-network"}, or {@code "elsewhere"}
     */
    public record Audience(String who, List<String> places) {
        /** Copies the list. */
        public Audience {
            places = List.copyOf(places);
        }
    }

    /**
     * Where it takes place.
     *
     * @param tools the kinds of social media, each with the reason for it
     * @param channels the accounts and sites
     */
    public record Presence(List<Tool> tools, List<Channel> channels) {
        /** Nothing is known. */
        public static final Presence NONE = new Presence(List.of(), List.of());

        /** Copies the lists. */
        public Presence {
            tools = List.copyOf(tools);
            channels = List.copyOf(channels);
        }
    }

    /**
     * A kind of social media.
     *
     * @param id such as {@code "social-network"}, {@code "media-sharing"}, {@code "blog"}, {@code "wiki"} or {@code
     *     "forum"}; the set is open
     * @param why it suits the purpose and the audience
     */
    public record Tool(String id, String why) {}

    /**
     * An account or site.
     *
     * @param platform where it is
     * @param handle its name there, without {@code @}
     * @param use what it is for
     */
    public record Channel(Platform platform, String handle, String use) {}

    /**
     * Who does the work.
     *
     * @param people by role
     * @param signOff who writes and who approves
     * @param access the people who can log in to the channels
     * @param hoursAWeek hours of work a week, all together
     */
    public record Team(List<Person> people, SignOff signOff, List<String> access, OptionalInt hoursAWeek) {
        /** Nothing is known. */
        public static final Team NONE = new Team(List.of(), SignOff.NONE, List.of(), OptionalInt.empty());

        /** Copies the lists. */
        public Team {
            people = List.copyOf(people);
            access = List.copyOf(access);
        }
    }

    /**
     * Somebody with a role.
     *
     * @param role such as {@code "owner"}, {@code "author"}, {@code "approver"}, {@code "moderator"}
     * @param name who, by name or position
     * @param deputy who stands in
     */
    public record Person(String role, String name, String deputy) {}

    /**
     * How a post gets out.
     *
     * @param writes who writes, by name or position
     * @param approves who approves, never the person who wrote
     * @param how the steps, and what may go out without approval
     */
    public record SignOff(String writes, String approves, String how) {
        /** Nothing is known. */
        public static final SignOff NONE = new SignOff("", "", "");
    }

    /**
     * When somebody watches.
     *
     * @param hours the hours watched, as the public reads them, such as {@code "Monday to Friday, 8.30 am to 5.30 pm"}
     * @param hoursAWeek how many they are
     * @param replyHours within how many watched hours a reply is out
     * @param outside what happens in the other hours
     */
    public record Watch(String hours, OptionalInt hoursAWeek, OptionalInt replyHours, String outside) {
        /** Nothing is known. */
        public static final Watch NONE = new Watch("", OptionalInt.empty(), OptionalInt.empty(), "");
    }

    /**
     * How others' comments are handled.
     *
     * @param form {@code "pre"}: checked before others see them; {@code "post"}: checked after; {@code "reactive"}: checked
     *     when somebody reports them; {@code "closed"}: nobody can comment
     * @param moderators who does it, by name or position
     * @param lead who decides
     * @param escalation what happens with borderline cases
     */
    public record Moderation(String form, List<String> moderators, String lead, String escalation) {
        /** Nothing is known. */
        public static final Moderation NONE = new Moderation("", List.of(), "", "");

        /** Copies the list. */
        public Moderation {
            moderators = List.copyOf(moderators);
        }
    }

    /**
     * What the public can read about it: addresses or file names, and words where that is said.
     *
     * @param participationRules the rules for taking part
     * @param moderationPolicy the moderation policy
     * @param transparencyStatement the statement about the agency's use of social media
     * @param covers what that statement says: ids of statements, such as {@code "TS-PURPOSE"}
     * @param officialCopy where on a government website the official version of everything that matters stands
     * @param emergencies in words, where people turn in an emergency, since a channel is not for that
     */
    public record PublicStatements(
            String participationRules,
            String moderationPolicy,
            String transparencyStatement,
            List<String> covers,
            String officialCopy,
            String emergencies) {
        /** Nothing is known. */
        public static final PublicStatements NONE = new PublicStatements("", "", "", List.of(), "", "");

        /** Copies the list. */
        public PublicStatements {
            covers = List.copyOf(covers);
        }
    }

    /** How far a legal topic is. */
    public enum LegalState {
        /** Somebody has to look at it. */
        OPEN,
        /** It was looked at, and what follows from it is arranged. */
        SETTLED,
        /** It was looked at, and it does not matter here. */
        NOT_APPLICABLE
    }

    /**
     * A legal topic that was looked at.
     *
     * @param topic id of its statement, {@code "LEG-01"} to {@code "LEG-18"}
     * @param state how far it is
     * @param note what follows from it, or why it does not matter
     * @param by who looked at it
     * @param on when
     */
    public record LegalTopic(String topic, LegalState state, String note, String by, Optional<LocalDate> on) {}

    /**
     * How something is taken care of.
     *
     * @param how in words
     * @param owner who sees to it, by name or position
     */
    public record Care(String how, String owner) {
        /** Nothing is known. */
        public static final Care NONE = new Care("", "");
    }

    /**
     * When.
     *
     * @param start first day
     * @param end last day, or the day on which it is decided again
     * @param ending what happens then: what is closed, kept and said
     * @param reviews days on which the plan is looked at again
     */
    public record Timing(Optional<LocalDate> start, Optional<LocalDate> end, String ending, List<LocalDate> reviews) {
        /** Nothing is known. */
        public static final Timing NONE = new Timing(Optional.empty(), Optional.empty(), "", List.of());

        /** Copies the list. */
        public Timing {
            reviews = List.copyOf(reviews);
        }

        /**
         * Whether the end lies before the start.
         *
         * @return false when either is not known
         */
        public boolean endsBeforeStart() {
            return start.isPresent() && end.isPresent() && end.get().isBefore(start.get());
        }

        /**
         * Whether it is looked at again while it still goes on.
         *
         * @return false when no review lies between the start and the end, as far as they are known
         */
        public boolean isReviewedInTime() {
            return reviews.stream()
                    .anyMatch(day -> start.map(day::isAfter).orElse(true)
                            && end.map(day::isBefore).orElse(true));
        }
    }

    /**
     * Some good that it is expected to do.
     *
     * @param text what
     * @param cites the statements behind it, by id
     */
    public record Benefit(String text, List<String> cites) {
        /** Copies the list. */
        public Benefit {
            cites = List.copyOf(cites);
        }
    }

    /**
     * Something that may go wrong.
     *
     * @param id such as {@code "risk-backlash"}
     * @param text what
     * @param likelihood 1 to 5
     * @param consequence 1 to 5
     * @param owner who watches it
     * @param treatments what is done about it
     * @param residualLikelihood 1 to 5, once the treatments are in place
     * @param residualConsequence 1 to 5, once the treatments are in place
     * @param cites the statements behind it, by id
     */
    public record Risk(
            String id,
            String text,
            int likelihood,
            int consequence,
            String owner,
            List<String> treatments,
            int residualLikelihood,
            int residualConsequence,
            List<String> cites) {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException when a likelihood or consequence is not 1 to 5
         */
        public Risk {
            for (int value : new int[] {likelihood, consequence, residualLikelihood, residualConsequence}) {
                if (value < 1 || value > 5) {
                    throw new IllegalArgumentException("Likelihood and consequence are 1 to 5; this is " + value + ".");
                }
            }
            treatments = List.copyOf(treatments);
            cites = List.copyOf(cites);
        }
    }

    /**
     * Something still to be done.
     *
     * @param text what
     * @param owner who
     * @param due until when
     * @param done when it was done; absent while it is open
     * @param from where it comes from, such as an incident's id; empty when from the plan itself
     */
    public record Action(String text, String owner, Optional<LocalDate> due, Optional<LocalDate> done, String from) {}

    /**
     * A plan of which nothing but the title is known.
     *
     * @param id identity within its source, not blank
     * @param title what people call it
     * @return the plan
     */
    public static Plan of(String id, String title) {
        return new Plan(
                id,
                title,
                "",
                Decision.NONE,
                Aim.NONE,
                Presence.NONE,
                Team.NONE,
                Watch.NONE,
                Moderation.NONE,
                PublicStatements.NONE,
                List.of(),
                Care.NONE,
                Care.NONE,
                Timing.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /**
     * The same plan under another name.
     *
     * @param identity within its source, not blank
     * @param name what people call it
     * @return a new plan
     */
    public Plan withNames(String identity, String name) {
        return new Plan(
                identity,
                name,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another agency.
     *
     * @param whose whose plan it is
     * @return a new plan
     */
    public Plan withAgency(String whose) {
        return new Plan(
                id,
                title,
                whose,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another decision.
     *
     * @param decided the decision that it follows from
     * @return a new plan
     */
    public Plan withDecision(Decision decided) {
        return new Plan(
                id,
                title,
                agency,
                decided,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another aim.
     *
     * @param purpose what for and for whom
     * @return a new plan
     */
    public Plan withAim(Aim purpose) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                purpose,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another presence.
     *
     * @param places with which tools, on which channels
     * @return a new plan
     */
    public Plan withPresence(Presence places) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                places,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another team.
     *
     * @param people who does the work and who signs
     * @return a new plan
     */
    public Plan withTeam(Team people) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                people,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another watch.
     *
     * @param times when somebody watches
     * @return a new plan
     */
    public Plan withWatch(Watch times) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                times,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another moderation.
     *
     * @param handling how others' comments are handled
     * @return a new plan
     */
    public Plan withModeration(Moderation handling) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                handling,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another statements.
     *
     * @param published what the public can read about it
     * @return a new plan
     */
    public Plan withStatements(PublicStatements published) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                published,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another legal.
     *
     * @param topics the legal topics that were looked at
     * @return a new plan
     */
    public Plan withLegal(List<LegalTopic> topics) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                topics,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another records.
     *
     * @param kept how records are kept
     * @return a new plan
     */
    public Plan withRecords(Care kept) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                kept,
                accessibility,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another accessibility.
     *
     * @param usable how it is made usable by disabled people
     * @return a new plan
     */
    public Plan withAccessibility(Care usable) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                usable,
                timing,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another timing.
     *
     * @param days when it starts, is reviewed and ends
     * @return a new plan
     */
    public Plan withTiming(Timing days) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                days,
                benefits,
                risks,
                actions);
    }

    /**
     * The same plan with another benefits.
     *
     * @param expected what good it is expected to do
     * @return a new plan
     */
    public Plan withBenefits(List<Benefit> expected) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                expected,
                risks,
                actions);
    }

    /**
     * The same plan with another risks.
     *
     * @param known what may go wrong
     * @return a new plan
     */
    public Plan withRisks(List<Risk> known) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                known,
                actions);
    }

    /**
     * The same plan with another actions.
     *
     * @param open what is still to be done
     * @return a new plan
     */
    public Plan withActions(List<Action> open) {
        return new Plan(
                id,
                title,
                agency,
                decision,
                aim,
                presence,
                team,
                watch,
                moderation,
                statements,
                legal,
                records,
                accessibility,
                timing,
                benefits,
                risks,
                open);
    }
}
