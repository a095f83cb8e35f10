package org.govsocial.planning.records;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagException;
import org.govsocial.bags.BagInfo;
import org.govsocial.bags.Payload;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.PostReading;
import org.govsocial.spi.Input;
import org.govsocial.spi.ReadOptions;

/**
 * Backs up archives of posts: a bag with the archives as they are, and a transcript of what can be read in them, which
 * needs no program to be read. Transcripts and back-ups are a part of the Hands-on toolbox (section 3, page 31).
 * Thread-safe for different folders.
 */
public final class Backup {
    /** Where the transcript is in the bag, below {@code data/}. */
    static final String TRANSCRIPT = "transcript.txt";

    private final Guidance guidance;
    private final Clock clock;

    /**
     * Makes back-ups.
     *
     * @param guidance whose readers read the archives
     * @param clock gives the day; its zone is that of times in the transcript
     */
    public Backup(Guidance guidance, Clock clock) {
        this.guidance = guidance;
        this.clock = clock;
    }

    /**
     * Who backs up what.
     *
     * @param agency the organisation; may be empty
     * @param contact who is asked about it; may be empty
     * @param description what it is; may be empty
     * @param program name and version of the program that makes it
     */
    public record Facts(String agency, String contact, String description, String program) {}

    /**
     * What was made.
     *
     * @param bag the bag
     * @param reading what could be read for the transcript, and what could not; nothing is left out of the bag itself
     * @param first when the first post was published, when any is dated
     * @param last when the last post was published, when any is dated
     */
    public record Made(Bag.Made bag, PostReading.Result reading, Optional<Instant> first, Optional<Instant> last) {}

    /**
     * Backs up.
     *
     * @param archives files and folders that exist
     * @param to the bag to make; must not lie in one of the archives
     * @param facts who and what
     * @return what was made
     * @throws BagException when the bag's folder is taken or an archive holds what a bag cannot; the message says which
     * @throws IOException when an archive cannot be read whole, or the bag not be written; then there is no bag
     */
    public Made create(List<Path> archives, Path to, Facts facts) throws IOException {
        var payloads = new ArrayList<Payload>();
        var inputs = new ArrayList<Input>();
        for (Path archive : archives) {
            String name = "archive/" + archive.toRealPath().getFileName();
            payloads.addAll(Payload.of(name, archive));
            inputs.add(Inputs.file(archive, name));
        }
        Path written = Files.createTempFile("govsocial", ".txt");
        try {
            Transcript transcript;
            PostReading.Result reading;
            try (Writer out = Files.newBufferedWriter(written)) {
                transcript = new Transcript(out, clock.getZone());
                reading = PostReading.read(
                        guidance, inputs, ReadOptions.DEFAULTS.withZone(clock.getZone()), transcript::add);
            }
            if (transcript.posts() > 0) {
                payloads.addAll(Payload.of(TRANSCRIPT, written));
            }
            Bag.Made bag = Bag.create(to, info(facts, transcript), payloads);
            return new Made(bag, reading, transcript.first(), transcript.last());
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private BagInfo info(Facts facts, Transcript transcript) {
        BagInfo info = BagInfo.NONE
                .with("Source-Organization", facts.agency())
                .with("Contact-Name", facts.contact())
                .with("External-Description", facts.description())
                .with("Bagging-Date", LocalDate.now(clock).toString())
                .with("Bag-Software-Agent", facts.program())
                .with("Posts-In-Transcript", Long.toString(transcript.posts()));
        ZoneId zone = clock.getZone();
        info = info.with("First-Post", transcript.first().map(t -> day(t, zone)).orElse(""));
        return info.with("Last-Post", transcript.last().map(t -> day(t, zone)).orElse(""));
    }

    private static String day(Instant time, ZoneId zone) {
        return time.atZone(zone).toLocalDate().toString();
    }
}
