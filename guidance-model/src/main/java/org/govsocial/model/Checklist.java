package org.govsocial.model;

import java.util.List;

/**
 * Things to see to, each because a statement of the guidance asks for it, for people to go through and tick off.
 *
 * @param id kebab case, unique in its pack; an agency's checklist takes the place of ours of the same id
 * @param title what people call it
 * @param use when to go through it, in one sentence
 * @param items in the order to go through them
 */
public record Checklist(String id, String title, String use, List<Item> items) {
    /** Copies the list. */
    public Checklist {
        items = List.copyOf(items);
    }

    /** When in the life of a channel an item is seen to. */
    public enum Phase {
        /** Before the channel opens. */
        SETTING_UP,
        /** Before each post goes out. */
        EACH_POST,
        /** While the channel is open. */
        RUNNING,
        /** When the channel or the activity ends. */
        CLOSING;

        /**
         * The phase as people read it.
         *
         * @return lower case
         */
        public String words() {
            return switch (this) {
                case SETTING_UP -> "setting up";
                case EACH_POST -> "each post";
                case RUNNING -> "running";
                case CLOSING -> "closing";
            };
        }
    }

    /**
     * One thing to see to.
     *
     * @param id kebab case, unique across the checklists of its pack
     * @param phase when it is seen to
     * @param text what to do, so that another person can see whether it is done
     * @param owner the role that does it, in kebab case
     * @param cites the statements that ask for it, at least one
     */
    public record Item(String id, Phase phase, String text, String owner, List<Citation> cites) {
        /** Copies the list. */
        public Item {
            cites = List.copyOf(cites);
        }
    }
}
