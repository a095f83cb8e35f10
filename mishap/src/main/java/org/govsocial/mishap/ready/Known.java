package org.govsocial.mishap.ready;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Plan;

/**
 * What an agency has, as far as its files tell. Made by {@link #nothing} and the methods that begin with {@code with}.
 *
 * @param plan its plan; absent when there is none
 * @param accounts its register of accounts; absent when there is none
 * @param handles the accounts that its workspace lists
 * @param lastDrill the day of the last exercise; absent when there was none
 * @param words whether every holding statement passes every check: absent when that was not looked at; the ids of those
 *     that do not
 * @param lastWatched the day on which mentions were last watched; absent when not known
 * @param confirmations what people have said
 * @param today the day it is
 */
public record Known(
        Optional<Plan> plan,
        Optional<List<ChannelAccount>> accounts,
        List<String> handles,
        Optional<LocalDate> lastDrill,
        Optional<List<String>> words,
        Optional<LocalDate> lastWatched,
        List<Confirmation> confirmations,
        LocalDate today) {
    /** Copies the lists. */
    public Known {
        accounts = accounts.map(List::copyOf);
        handles = List.copyOf(handles);
        words = words.map(List::copyOf);
        confirmations = List.copyOf(confirmations);
    }

    /**
     * Nothing is there.
     *
     * @param today the day it is
     * @return to be added to
     */
    public static Known nothing(LocalDate today) {
        return new Known(
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                today);
    }

    /**
     * With a plan and a register.
     *
     * @param agreed the plan; absent when there is none
     * @param register the register of accounts; absent when there is none
     * @param listed the accounts that the workspace lists
     * @return a new record
     */
    public Known withFiles(Optional<Plan> agreed, Optional<List<ChannelAccount>> register, List<String> listed) {
        return new Known(agreed, register, listed, lastDrill, words, lastWatched, confirmations, today);
    }

    /**
     * With what was done.
     *
     * @param drill the day of the last exercise; absent when there was none
     * @param watched the day on which mentions were last watched; absent when not known
     * @return a new record
     */
    public Known withPractice(Optional<LocalDate> drill, Optional<LocalDate> watched) {
        return new Known(plan, accounts, handles, drill, words, watched, confirmations, today);
    }

    /**
     * With the holding statements that do not pass every check.
     *
     * @param failing ids of their steps
     * @return a new record
     */
    public Known withWords(List<String> failing) {
        return new Known(plan, accounts, handles, lastDrill, Optional.of(failing), lastWatched, confirmations, today);
    }

    /**
     * With what people have said.
     *
     * @param said confirmations
     * @return a new record
     */
    public Known withConfirmations(List<Confirmation> said) {
        return new Known(plan, accounts, handles, lastDrill, words, lastWatched, said, today);
    }
}
