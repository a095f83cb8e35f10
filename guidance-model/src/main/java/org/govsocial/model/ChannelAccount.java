package org.govsocial.model;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the register of accounts: a channel, and who answers for it. Made by {@link #of} and the methods that begin with
 * {@code with}, so that components can be added. Whatever is not known is empty.
 *
 * @param channel what people call it, such as {@code "Facebook"}
 * @param handle its name on the platform without {@code @}
 * @param owner who answers for it, by name or position
 * @param deputy who stands in
 * @param recovery where the platform sends what is needed to get the account back: a shared mailbox or a position
 * @param multiFactor whether logging in takes a second factor; absent when not known
 * @param lastReview when it was last looked at who can log in
 * @param tools connected programs and services that can read or post
 * @param link its address
 * @param closurePlan how and when it is closed, or where that is written
 * @param presentation its display name, words and links, when they were copied into the register
 */
public record ChannelAccount(
        String channel,
        String handle,
        String owner,
        String deputy,
        String recovery,
        Optional<Boolean> multiFactor,
        Optional<LocalDate> lastReview,
        List<String> tools,
        Optional<URI> link,
        String closurePlan,
        Optional<Presentation> presentation) {
    /** Copies the list. */
    public ChannelAccount {
        tools = List.copyOf(tools);
    }

    /**
     * How an account presents itself.
     *
     * @param name the display name
     * @param bio the words about it
     * @param links the addresses it shows
     */
    public record Presentation(String name, String bio, List<URI> links) {
        /** Copies the list. */
        public Presentation {
            links = List.copyOf(links);
        }
    }

    /**
     * An account of which nothing else is known.
     *
     * @param channel what people call it
     * @param handle with or without {@code @}
     * @return the account
     */
    public static ChannelAccount of(String channel, String handle) {
        return new ChannelAccount(
                channel,
                Account.of(handle).handle(),
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty());
    }

    /**
     * The same account with other people behind it.
     *
     * @param answers who answers for it
     * @param standIn who stands in
     * @param contact where the platform sends what is needed to get it back
     * @return a new account
     */
    public ChannelAccount withPeople(String answers, String standIn, String contact) {
        return new ChannelAccount(
                channel,
                handle,
                answers,
                standIn,
                contact,
                multiFactor,
                lastReview,
                tools,
                link,
                closurePlan,
                presentation);
    }

    /**
     * The same account with other facts about who can get in.
     *
     * @param secondFactor whether logging in takes a second factor
     * @param reviewed when it was last looked at who can log in
     * @param connected programs and services that can read or post
     * @return a new account
     */
    public ChannelAccount withAccess(
            Optional<Boolean> secondFactor, Optional<LocalDate> reviewed, List<String> connected) {
        return new ChannelAccount(
                channel,
                handle,
                owner,
                deputy,
                recovery,
                secondFactor,
                reviewed,
                connected,
                link,
                closurePlan,
                presentation);
    }

    /**
     * The same account at another address.
     *
     * @param address where it is
     * @return a new account
     */
    public ChannelAccount withLink(Optional<URI> address) {
        return new ChannelAccount(
                channel,
                handle,
                owner,
                deputy,
                recovery,
                multiFactor,
                lastReview,
                tools,
                address,
                closurePlan,
                presentation);
    }

    /**
     * The same account with another closure plan.
     *
     * @param how and when it is closed, or where that is written
     * @return a new account
     */
    public ChannelAccount withClosurePlan(String how) {
        return new ChannelAccount(
                channel, handle, owner, deputy, recovery, multiFactor, lastReview, tools, link, how, presentation);
    }

    /**
     * The same account with what it shows of itself.
     *
     * @param shown its display name, words and links
     * @return a new account
     */
    public ChannelAccount withPresentation(Optional<Presentation> shown) {
        return new ChannelAccount(
                channel, handle, owner, deputy, recovery, multiFactor, lastReview, tools, link, closurePlan, shown);
    }

    /**
     * The platform that the channel's name stands for: "Facebook page" is Facebook.
     *
     * @return {@link Platform#ANY} when the name is that of no known platform
     */
    public Platform platform() {
        for (String word : channel.strip().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (word.equals("twitter")) {
                return Platform.X;
            }
            for (Platform known : Platform.KNOWN) {
                if (!known.equals(Platform.ANY) && known.id().equals(word)) {
                    return known;
                }
            }
        }
        return Platform.ANY;
    }

    /**
     * The account's profile, for rules about profiles.
     *
     * @return absent when the register holds no display name, words or links
     */
    public Optional<Profile> profile() {
        return presentation.map(shown -> Profile.of(
                        handle.isBlank() ? channel : platform().id() + "/" + handle,
                        platform(),
                        Account.of(handle).withName(shown.name()))
                .withBio(shown.bio())
                .withLinks(shown.links()));
    }
}
