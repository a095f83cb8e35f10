package org.govsocial.planning.toolbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.Plan;

/**
 * What is due of a plan.
 *
 * @param items earliest first, those without a day last
 */
public record PlanStatus(List<Item> items) {
    /** Copies the list. */
    public PlanStatus {
        items = List.copyOf(items);
    }

    /** How urgent something is. */
    public enum Urgency {
        /** Its day has passed. */
        OVERDUE,
        /** Its day is today or within the time looked ahead. */
        DUE,
        /** Its day comes later, or it has none. */
        LATER
    }

    /**
     * Something to do.
     *
     * @param kind {@code "start"}, {@code "review"}, {@code "end"}, {@code "action"}, {@code "lesson"} or {@code "legal"}
     * @param text what
     * @param owner who; empty when nobody is named
     * @param due until when
     * @param urgency how urgent it is
     */
    public record Item(String kind, String text, String owner, Optional<LocalDate> due, Urgency urgency) {}

    /**
     * Finds what is due.
     *
     * @param plan the plan
     * @param lessons of incidents that nobody has ticked off, beside the plan's own actions
     * @param today the day it is
     * @param days how many days to look ahead, at least 0
     * @return what is due, and what comes later
     */
    public static PlanStatus of(Plan plan, List<Plan.Action> lessons, LocalDate today, int days) {
        LocalDate horizon = today.plusDays(days);
        var items = new ArrayList<Item>();
        Plan.Timing timing = plan.timing();
        String owner = plan.team().people().stream()
                .filter(p -> p.role().equals("owner"))
                .map(Plan.Person::name)
                .findFirst()
                .orElse("");
        timing.start()
                .filter(day -> !day.isBefore(today))
                .ifPresent(
                        day -> items.add(item("start", "The work begins.", owner, Optional.of(day), today, horizon)));
        // Of the reviews that have passed the latest alone matters; a plan does not say which were held.
        timing.reviews().stream()
                .filter(day -> day.isBefore(today))
                .max(Comparator.naturalOrder())
                .ifPresent(day -> items.add(item(
                        "review",
                        "Was the review of this day held? Take it out of the plan once it was.",
                        owner,
                        Optional.of(day),
                        today,
                        horizon)));
        timing.reviews().stream()
                .filter(day -> !day.isBefore(today))
                .forEach(day ->
                        items.add(item("review", "Look at the plan again.", owner, Optional.of(day), today, horizon)));
        timing.end()
                .ifPresent(day -> items.add(item(
                        "end",
                        day.isBefore(today)
                                ? "The end has passed: close it, or decide again."
                                : "The end, or the day to decide again.",
                        owner,
                        Optional.of(day),
                        today,
                        horizon)));
        for (Plan.Action action : plan.actions()) {
            add(items, action.from().isEmpty() ? "action" : "lesson", action, today, horizon);
        }
        lessons.forEach(lesson -> add(items, "lesson", lesson, today, horizon));
        List<Plan.LegalTopic> open = plan.legal().stream()
                .filter(t -> t.state() == Plan.LegalState.OPEN)
                .toList();
        if (open.size() == 1) {
            Plan.LegalTopic topic = open.get(0);
            items.add(item("legal", topic.topic() + " is open.", topic.by(), timing.start(), today, horizon));
        } else if (!open.isEmpty()) {
            List<String> by = open.stream().map(Plan.LegalTopic::by).distinct().toList();
            items.add(item(
                    "legal",
                    open.size() + " topics are open; \"govsocial plan check\" names them.",
                    by.size() == 1 ? by.get(0) : "",
                    timing.start(),
                    today,
                    horizon));
        }
        items.sort(Comparator.comparing((Item i) -> i.due().orElse(LocalDate.MAX)));
        return new PlanStatus(items);
    }

    private static void add(List<Item> items, String kind, Plan.Action action, LocalDate today, LocalDate horizon) {
        if (action.done().isEmpty()) {
            String from = action.from().isEmpty() ? "" : " (from " + action.from() + ")";
            items.add(item(kind, action.text() + from, action.owner(), action.due(), today, horizon));
        }
    }

    private static Item item(
            String kind, String text, String owner, Optional<LocalDate> due, LocalDate today, LocalDate horizon) {
        Urgency urgency = due.isEmpty() || due.get().isAfter(horizon)
                ? Urgency.LATER
                : due.get().isBefore(today) ? Urgency.OVERDUE : Urgency.DUE;
        return new Item(kind, text, owner, due, urgency);
    }

    /**
     * Those of one urgency.
     *
     * @param urgency how urgent
     * @return in order
     */
    public List<Item> of(Urgency urgency) {
        return items.stream().filter(i -> i.urgency() == urgency).toList();
    }
}
