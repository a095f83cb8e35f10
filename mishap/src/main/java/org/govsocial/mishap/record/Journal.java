package org.govsocial.mishap.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The end of a log, where entries are added. Every call must hold the folder's lock; used by one thread. Nothing that
 * was once written is ever written over or cut off.
 */
final class Journal implements Closeable {
    static final String LOG = "log.jsonl";
    static final String CONFIRMED = "log.confirmed";
    static final String FORMAT = "1";
    static final String PROGRAM = "govsocial";

    private final Path log;
    private final Path confirmedPath;
    private final Storage storage;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Storage.@Nullable StoredFile file;
    private Storage.@Nullable StoredFile confirmedFile;
    private @Nullable Object identity;
    private @Nullable Confirmed confirmed;

    /** What the log ends with. */
    private long last;

    private @Nullable Hash lastLeaf;
    private @Nullable Instant lastTime;
    private long size;
    private LogScanner.@Nullable Junk tail;
    private boolean lineEnded = true;

    /** The last entries, as far as their content is not what its hash says. */
    private final List<Long> torn = new ArrayList<>();

    private @Nullable NotRecordedException failure;

    Journal(Path folder, Storage storage, Clock clock) {
        this.log = folder.resolve(LOG);
        this.confirmedPath = folder.resolve(CONFIRMED);
        this.storage = storage;
        this.clock = clock;
    }

    /** The number of the last entry; 0 when there is none. */
    long last() throws IOException {
        refresh();
        return last;
    }

    Receipt append(Draft draft, long seen) throws IOException {
        NotRecordedException before = failure;
        if (before != null) {
            throw new NotRecordedException(
                    before.number(),
                    "This log was closed for writing when entry " + before.number()
                            + " could not be saved. Nothing was recorded. Open it again.",
                    before);
        }
        refresh();
        if (seen >= 0 && seen != last) {
            throw new ConflictException(seen, last);
        }
        if (confirmed == null && size > 0 && tail == null && lineEnded && torn.isEmpty()) {
            // The note is gone or was torn, the end of the log is not: take it up from there.
            confirm(new Confirmed(last, Objects.requireNonNull(lastLeaf)));
            forceConfirmed();
        }
        boolean isNew = last == 0 && (confirmed == null || confirmed.number() == 0);
        Draft found = found();
        if (found != null) {
            write(found); // first, so that a crash cannot part it from the bytes that it names
        }
        if (isNew) {
            write(Draft.of(Kinds.OPENED, draft.who(), "").with("format", FORMAT));
        }
        return write(draft);
    }

    /** What the next writer has to say about how the last one ended; null when all is well. */
    private @Nullable Draft found() {
        LogScanner.Junk junk = tail;
        Confirmed known = confirmed;
        boolean unconfirmed = known != null && known.number() < last;
        boolean lost = known != null && known.number() > last;
        if (junk == null && lineEnded && !unconfirmed && !lost) {
            return null;
        }
        Draft found = Draft.of(Kinds.RECOVERED, PROGRAM, "");
        var words = new StringBuilder();
        if (junk != null) {
            found = found.with("offset", Long.toString(junk.offset()))
                    .with("length", Long.toString(junk.length()))
                    .with("sha256", junk.sha256().hex());
            words.append("The log ended with ")
                    .append(junk.length())
                    .append(" bytes that are no entry. They stay in place. ");
        } else if (!lineEnded) {
            found = found.with("lineEnd", "missing");
            words.append("The last line had no end. ");
        }
        if (unconfirmed) {
            String range = range(Objects.requireNonNull(known).number() + 1, last);
            found = found.with("unconfirmed", range);
            torn.removeIf(number -> number <= known.number()); // those were damaged later
            if (!torn.isEmpty()) {
                found = found.with("torn", torn.stream().map(String::valueOf).collect(Collectors.joining(",")));
            }
            words.append(torn.isEmpty() ? "" : "Torn while being saved: " + torn + ". ")
                    .append("Nobody may have been told that entries ")
                    .append(range)
                    .append(" were saved. ");
        }
        if (lost) {
            String range = range(last + 1, Objects.requireNonNull(known).number());
            found = found.with("lost", range);
            words.append("Entries ")
                    .append(range)
                    .append(" had been saved and confirmed, and cannot be read any more. ");
        }
        return new Draft(found.kind(), found.who(), null, words.toString().strip(), found.fields());
    }

    private static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }

    private Receipt write(Draft draft) throws IOException {
        Storage.StoredFile target = Objects.requireNonNull(file);
        Confirmed known = confirmed;
        long number = last + 1;
        Hash prev = lastLeaf != null ? lastLeaf : newLogId();
        if (known != null && known.number() > last) {
            number = known.number() + 1; // a number that was confirmed is never given twice
            prev = known.leaf();
        }
        ZonedDateTime now = clock.instant().atZone(clock.getZone()).truncatedTo(ChronoUnit.MILLIS);
        Instant before = lastTime;
        Duration stepBack =
                before != null && now.toInstant().isBefore(before) ? Duration.between(now.toInstant(), before) : null;
        var salt = new byte[EntryLine.SALT_BYTES];
        random.nextBytes(salt);
        EntryLine.Encoded line = EntryLine.encode(
                number, now, draft.kind(), Content.of(draft, stepBack).toJson(), salt, prev);
        if (line.bytes().length > EntryLine.MAX_LENGTH) {
            throw new LogException("This entry is longer than " + EntryLine.MAX_LENGTH
                    + " bytes. It is NOT recorded. Attach it as a file instead.");
        }
        byte[] bytes = line.bytes();
        if (!lineEnded) {
            bytes = new byte[line.bytes().length + 1];
            bytes[0] = '\n';
            System.arraycopy(line.bytes(), 0, bytes, 1, line.bytes().length);
        }
        try {
            target.write(ByteBuffer.wrap(bytes), size);
            target.force();
            readBack(target, bytes);
        } catch (IOException e) {
            failure = new NotRecordedException(number, refusal(number, e), e);
            throw failure;
        }
        size += bytes.length;
        last = number;
        lastLeaf = line.leaf();
        lastTime = now.toInstant();
        tail = null;
        lineEnded = true;
        torn.clear();
        confirm(new Confirmed(number, line.leaf()));
        return new Receipt(number, line.leaf());
    }

    private void readBack(Storage.StoredFile target, byte[] written) throws IOException {
        var read = ByteBuffer.allocate(written.length);
        while (read.hasRemaining()) {
            if (target.read(read, size + read.position()) <= 0) {
                throw new IOException("what was written cannot be read back");
            }
        }
        if (!Arrays.equals(read.array(), written)) {
            throw new IOException("what was read back differs from what was written");
        }
    }

    private static String refusal(long number, IOException e) {
        String reason = e.getMessage();
        return "The disk refused to save entry " + number + " (" + (reason == null ? e.toString() : reason)
                + "). It is NOT recorded, and the log is closed for writing. Keep your text, see to the disk (is it"
                + " full?), run 'govsocial mishap verify', then record it again.";
    }

    /** Only a hint, so that a failure costs nothing but a remark by the next writer. */
    private void confirm(Confirmed entry) {
        try {
            Storage.StoredFile target = confirmedFile;
            if (target == null) {
                target = storage.open(confirmedPath);
                confirmedFile = target;
            }
            target.write(ByteBuffer.wrap(entry.toBytes()), 0);
        } catch (IOException e) {
            closeQuietly(confirmedFile);
            confirmedFile = null;
        }
        confirmed = entry;
    }

    private void forceConfirmed() throws IOException {
        Storage.StoredFile target = confirmedFile;
        if (target != null) {
            target.force();
        }
    }

    private Hash newLogId() {
        var id = new byte[32];
        random.nextBytes(id);
        return Hash.of(id);
    }

    /** Takes in what other processes did since the last call. */
    private void refresh() throws IOException {
        Storage.StoredFile current = file;
        if (current == null || !storage.identity(log).equals(identity)) {
            closeQuietly(current);
            current = storage.open(log);
            file = current;
            identity = storage.identity(log);
            scan(current, 0);
        } else {
            long now = current.size();
            if (now == size && tail == null && lineEnded) {
                return;
            }
            scan(current, now >= size && tail == null && lineEnded ? size : 0);
        }
        readConfirmed();
    }

    private void scan(Storage.StoredFile target, long from) throws IOException {
        if (from == 0) {
            last = 0;
            lastLeaf = null;
            lastTime = null;
            torn.clear();
        }
        tail = null;
        long to = target.size();
        lineEnded = LogScanner.scan(target, from, to, new LogScanner.Visitor() {
            @Override
            public void line(EntryLine line, EntryLine.BodyState body, long offset) {
                last = line.number();
                lastLeaf = line.leaf();
                lastTime = EntryLine.instantOrNull(line.timeText());
                tail = null;
                if (body == EntryLine.BodyState.CHANGED) {
                    torn.add(line.number());
                } else {
                    torn.clear(); // whoever wrote this one had a look at those
                }
            }

            @Override
            public void junk(LogScanner.Junk junk) {
                tail = junk;
            }
        });
        size = to;
    }

    private void readConfirmed() throws IOException {
        Storage.StoredFile target = confirmedFile;
        if (target == null) {
            target = storage.open(confirmedPath);
            confirmedFile = target;
        }
        Confirmed known = Confirmed.read(target);
        if (known == null && size == 0) {
            confirm(Confirmed.NOTHING);
            forceConfirmed(); // from here on, whatever the power does, there is a note to compare with
        } else {
            confirmed = known;
        }
    }

    private static void closeQuietly(Storage.@Nullable StoredFile open) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                return; // nothing was pending: every write was forced or reported
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(file);
        closeQuietly(confirmedFile);
        file = null;
        confirmedFile = null;
    }
}
