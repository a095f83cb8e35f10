package org.govsocial.planning.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.govsocial.csv.SpecialDays;
import org.govsocial.model.Citation;
import org.govsocial.model.Outcome;
import org.govsocial.model.Severity;
import org.govsocial.planning.calendar.Remark.Kind;
import org.govsocial.spi.Location;

/**
 * Looks at everything about a calendar's items but their words, which are for the rules: times, sign-off, and days that
 * clash. Stateless.
 */
public final class CalendarCheck {
    private static final Optional<Citation> SIGN_OFF = Optional.of(new Citation("high-level", "PSC-PROCESSES"));
    private static final Optional<Citation> ELECTION = Optional.of(new Citation("high-level", "EL-2026-3"));
    private static final Optional<Citation> OURS = Optional.empty();

    private final Set<Region> regions;
    private final SpecialDays days;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param regions whose anniversary days count
     * @param days language weeks, election periods and days without posts
     * @param clock tells what is past
     */
    public CalendarCheck(Set<Region> regions, SpecialDays days, Clock clock) {
        this.regions = Set.copyOf(regions);
        this.days = days;
        this.clock = clock;
    }

    /**
     * Checks a calendar.
     *
     * @param calendar what is to be published
     * @return remarks in the order of the file, then those about the calendar as a whole
     */
    public List<Remark> check(ContentCalendar calendar) {
        var remarks = new ArrayList<Remark>();
        var taken = new HashMap<String, CalendarItem>();
        var years = new TreeSet<Integer>();
        for (CalendarItem item : calendar.items()) {
            time(item, remarks);
            signOff(item, remarks);
            if (item.text().isEmpty() && item.state() != ItemState.DRAFT) {
                remarks.add(
                        failed(item, Kind.SIGN_OFF, "It is " + item.state().word() + " and has no words yet.", OURS));
            }
            item.moment().ifPresent(moment -> {
                LocalDate date = moment.atZone(calendar.zone()).toLocalDate();
                years.add(date.getYear());
                days(item, date, remarks);
                String place = item.platform().id() + " " + item.account() + " " + moment;
                CalendarItem other = taken.putIfAbsent(place, item);
                if (other != null) {
                    remarks.add(review(
                            item,
                            Kind.COLLISION,
                            Severity.WARNING,
                            "It goes out on " + item.platform().id() + " at the same time as " + other.id() + ".",
                            OURS));
                }
            });
        }
        if (!calendar.items().isEmpty()) {
            years.forEach(year -> unknown(calendar.items().get(0).where().input(), year, remarks));
        }
        return List.copyOf(remarks);
    }

    private void time(CalendarItem item, List<Remark> remarks) {
        if (item.time() instanceof PlannedTime.Unclear unclear) {
            remarks.add(failed(item, Kind.TIME, unclear.what() + " " + unclear.advice(), OURS));
        }
        if (item.time() instanceof PlannedTime.Open && item.state().compareTo(ItemState.SCHEDULED) >= 0) {
            remarks.add(failed(item, Kind.TIME, "It is " + item.state().word() + " but has no time.", OURS));
        }
        Instant now = clock.instant();
        boolean past = item.moment().filter(m -> m.isBefore(now)).isPresent();
        if (item.state() == ItemState.PUBLISHED && !past && item.moment().isPresent()) {
            remarks.add(failed(item, Kind.TIME, "It is published, but its time is yet to come.", OURS));
        } else if (past && item.state() != ItemState.PUBLISHED) {
            remarks.add(review(
                    item,
                    Kind.TIME,
                    Severity.WARNING,
                    "Its time has passed and it is " + item.state().word() + ". Did it go out?",
                    OURS));
        }
    }

    private static void signOff(CalendarItem item, List<Remark> remarks) {
        CalendarItem.People people = item.people();
        if (item.state() != ItemState.DRAFT && people.reviewer().isEmpty()) {
            remarks.add(failed(
                    item,
                    Kind.SIGN_OFF,
                    "It is " + item.state().word() + ", but nobody is named under reviewed by.",
                    OURS));
        }
        item.approvalFault().ifPresent(fault -> remarks.add(failed(item, Kind.SIGN_OFF, fault, SIGN_OFF)));
    }

    private void days(CalendarItem item, LocalDate date, List<Remark> remarks) {
        for (Holidays.Holiday holiday : Holidays.on(date, regions)) {
            remarks.add(review(
                    item,
                    Kind.HOLIDAY,
                    Severity.WARNING,
                    date + " is " + holiday.name() + ". Is it right for the day, and does somebody watch the replies?",
                    OURS));
        }
        for (SpecialDays.Period period : days.periods()) {
            if (period.holds(date)) {
                remarks.add(
                        switch (period.kind()) {
                            case LANGUAGE_WEEK ->
                                review(
                                        item,
                                        Kind.LANGUAGE_WEEK,
                                        Severity.NOTE,
                                        date + " is in " + period.name() + ". Does the post speak the language?",
                                        OURS);
                            case PRE_ELECTION ->
                                review(
                                        item,
                                        Kind.PRE_ELECTION,
                                        Severity.WARNING,
                                        date + " is in the period before an election (" + period.name()
                                                + "). Is the post needed now, and neutral?",
                                        ELECTION);
                            case BLACKOUT ->
                                failed(
                                        item,
                                        Kind.BLACKOUT,
                                        date + " is one of your days without posts (" + period.name() + ").",
                                        OURS);
                        });
            }
        }
    }

    private void unknown(String input, int year, List<Remark> remarks) {
        for (SpecialDays.Kind kind : List.of(SpecialDays.Kind.LANGUAGE_WEEK, SpecialDays.Kind.PRE_ELECTION)) {
            if (!days.tellOf(kind, year)) {
                remarks.add(notChecked(
                        input,
                        (kind == SpecialDays.Kind.LANGUAGE_WEEK
                                        ? "Te Wiki o te Reo Māori " + year
                                        : "The pre-election period " + year)
                                + ": your file of days does not say when it is, or whether there is one."));
            }
        }
        if (!Holidays.knows(year)) {
            remarks.add(notChecked(input, "Public holidays " + year + ": not all are known."));
        }
        if (regions.isEmpty()) {
            remarks.add(notChecked(input, "Regional holidays " + year + ": no region was named."));
        }
    }

    private static Remark notChecked(String input, String words) {
        return new Remark(
                Location.of(input), "", Kind.NOT_CHECKED, Severity.NOTE, Outcome.UNTESTED, words, Optional.empty());
    }

    private static Remark failed(CalendarItem item, Kind kind, String words, Optional<Citation> cites) {
        return new Remark(item.where(), item.id(), kind, Severity.ERROR, Outcome.FAILED, words, cites);
    }

    private static Remark review(
            CalendarItem item, Kind kind, Severity severity, String words, Optional<Citation> cites) {
        return new Remark(item.where(), item.id(), kind, severity, Outcome.CANT_TELL, words, cites);
    }
}
