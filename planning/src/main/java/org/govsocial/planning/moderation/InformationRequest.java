package org.govsocial.planning.moderation;

import java.util.List;
import java.util.Locale;

/** Tells comments that may be requests for official information. */
public final class InformationRequest {
    /** Whole words, each with spaces around it. */
    private static final List<String> WORDS = List.of(
            " official information ",
            " oia ",
            " lgoima ",
            " information request ",
            " information act ",
            " freedom of information ",
            " foi ");

    private static final List<String> ASKING = List.of(
            " please send ",
            " please provide ",
            " please release ",
            " can you send ",
            " could you send ",
            " can you provide ",
            " could you provide ",
            " can i have ",
            " could i have ",
            " can i get ",
            " i request ",
            " i am requesting ",
            " i would like a copy ",
            " send me ",
            " give me ",
            " release the ");

    private static final List<String> DOCUMENTS = List.of(
            " copy of ",
            " copies of ",
            " all documents ",
            " documents ",
            " emails ",
            " correspondence ",
            " reports ",
            " the report ",
            " data on ",
            " briefing ",
            " briefings ",
            " minutes of ",
            " how much was spent ",
            " invoices ",
            " contract ",
            " contracts ");

    private InformationRequest() {}

    /**
     * Whether a text reads like a request for official information.
     *
     * @param text a comment
     * @return true when it names the law, or asks for documents
     */
    public static boolean isLikely(String text) {
        String plain = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        return holds(plain, WORDS) || holds(plain, ASKING) && holds(plain, DOCUMENTS);
    }

    private static boolean holds(String plain, List<String> any) {
        return any.stream().anyMatch(plain::contains);
    }
}
