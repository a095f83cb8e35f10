package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagInfo;
import org.govsocial.bags.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The log of one incident: a folder whose file {@code log.jsonl} holds one entry a line and only grows.
 *
 * <p>What is promised, and tested:
 *
 * <ul>
 *   <li>An entry that was acknowledged by a {@link Receipt} is on the disk: it was appended, forced and read back. It
 *       survives the end of the process and a power cut.
 *   <li>An entry that the disk refused is reported as NOT recorded, the log is closed for writing, and nothing is tried
 *       again. All entries before it are as they were.
 *   <li>Several processes and threads may work on one log; each entry stands in it once, without a gap.
 *   <li>Every later change of a byte shows in {@link #verify}. Nothing is ever repaired silently: bytes that are no
 *       entry stay in place, and the next writer adds an entry that names them.
 *   <li>With a {@link Checkpoint} kept elsewhere, removal, insertion, reordering, truncation and rewriting show as well.
 * </ul>
 *
 * <p>What is not promised: that removal at the end, or a rewriting of the whole log, shows without a checkpoint kept
 * elsewhere; durability on disks that lie about having written, or on network shares; durability under Windows and
 * macOS, where forcing works differently and which are not tested; that disposed text cannot be found in a backup or in
 * the free space of the disk.
 *
 * <p>Thread-safe. One thread of its own owns the files, so that interrupting a caller never closes them; an interrupted
 * caller waits for its answer and keeps its interrupt status. Methods throw {@link LogException} for what a person can
 * act on.
 */
public final class IncidentLog implements AutoCloseable {
    private final Path folder;
    private final Storage storage;
    private final Clock clock;
    private final @Nullable FolderLock lock;
    private final @Nullable Journal journal;
    private final ExecutorService owner = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "incident-log");
        thread.setDaemon(true);
        return thread;
    });

    private IncidentLog(Path folder, Storage storage, Clock clock, @Nullable FolderLock lock, boolean write) {
        this.folder = folder;
        this.storage = storage;
        this.clock = clock;
        this.lock = lock;
        this.journal = write ? new Journal(folder, storage, clock) : null;
    }

    /**
     * Starts a log. Its first entry, written with the first one that is appended, says so.
     *
     * @param folder where; made when it is not there
     * @param settings clock and patience
     * @return the log, open for writing
     * @throws LogException when there is one already
     * @throws IOException when the folder cannot be written
     */
    public static IncidentLog create(Path folder, LogSettings settings) throws IOException {
        return create(folder, settings, new Disk());
    }

    static IncidentLog create(Path folder, LogSettings settings, Storage storage) throws IOException {
        Path absolute = folder.toAbsolutePath();
        Files.createDirectories(absolute);
        try {
            Files.createFile(absolute.resolve(Journal.LOG));
        } catch (FileAlreadyExistsException e) {
            throw new LogException(folder + " holds the log of an incident already. Choose another folder.", e);
        }
        storage.forceFolder(absolute);
        Path parent = absolute.getParent();
        if (parent != null) {
            storage.forceFolder(parent);
        }
        return open(folder, settings, storage);
    }

    /**
     * Opens a log to read and write.
     *
     * @param folder where it is
     * @param settings clock and patience
     * @return the log
     * @throws LogException when there is none
     * @throws IOException when the folder cannot be written
     */
    public static IncidentLog open(Path folder, LogSettings settings) throws IOException {
        return open(folder, settings, new Disk());
    }

    static IncidentLog open(Path folder, LogSettings settings, Storage storage) throws IOException {
        mustExist(folder);
        if (Files.exists(folder.resolve(Release.FILE))) {
            throw new LogException(folder + " is a release copy. Nothing can be recorded in it.");
        }
        return new IncidentLog(folder, storage, settings.clock(), FolderLock.open(folder, settings), true);
    }

    /**
     * Opens a log, or a release copy, to read only. Writes nothing, not even a lock, so an entry that another process is
     * saving at this moment may be seen before it is confirmed.
     *
     * @param folder where it is
     * @return the log
     * @throws LogException when there is none
     */
    public static IncidentLog openReadOnly(Path folder) throws LogException {
        mustExist(folder);
        return new IncidentLog(folder, new Disk(), Clock.systemUTC(), null, false);
    }

    private static void mustExist(Path folder) throws LogException {
        if (!Files.isRegularFile(folder.resolve(Journal.LOG))) {
            throw new LogException("There is no log of an incident in " + folder + " (no file " + Journal.LOG
                    + "). Check the folder, or open an incident first.");
        }
    }

    /**
     * Records an entry. Returns when it is on the disk.
     *
     * @param draft what to record
     * @return its number and fingerprint
     * @throws NotRecordedException when the disk refused it; the log is then closed for writing
     * @throws LogBusyException when others wrote for longer than the patience
     * @throws IOException when the log cannot be read
     * @throws IllegalArgumentException when the kind is one of those that the log writes itself
     */
    public Receipt append(Draft draft) throws IOException {
        return append(draft, -1);
    }

    /**
     * Records an entry only if nobody has recorded anything since the caller looked.
     *
     * @param draft what to record
     * @param lastSeen the number of the last entry that the caller has seen; 0 when the log was empty
     * @return its number and fingerprint
     * @throws ConflictException when there are others by now; nothing was recorded
     * @throws IOException as for {@link #append(Draft)}
     */
    public Receipt appendAfter(Draft draft, long lastSeen) throws IOException {
        if (lastSeen < 0) {
            throw new IllegalArgumentException("Entries are numbered from 1; " + lastSeen + " is none.");
        }
        return append(draft, lastSeen);
    }

    private Receipt append(Draft draft, long seen) throws IOException {
        if (Kinds.isReserved(draft.kind())) {
            throw new IllegalArgumentException("The log itself writes entries of the kind " + draft.kind() + ".");
        }
        return locked(writer -> writer.append(draft, seen));
    }

    /**
     * Records that an entry was wrong. The entry itself stays as it is.
     *
     * @param entry the number of the wrong entry
     * @param who who says so
     * @param text what is right
     * @return the new entry's number and fingerprint
     * @throws IOException as for {@link #append(Draft)}; also when there is no such entry
     */
    public Receipt correct(long entry, String who, String text) throws IOException {
        Draft draft = Draft.of(Kinds.CORRECTION, who, text).with("corrects", Long.toString(entry));
        return locked(writer -> {
            long last = writer.last();
            if (entry < 1 || entry > last) {
                throw new LogException("There is no entry " + entry + " to correct; the last is " + last + ".");
            }
            return writer.append(draft, -1);
        });
    }

    /**
     * Copies a file into the log's folder and records its name, size and SHA-256.
     *
     * @param file the file; stays where it is
     * @param who who adds it
     * @param at when it was captured, or null
     * @param text what it shows; may be empty
     * @return the entry's number and fingerprint
     * @throws IOException as for {@link #append(Draft)}; also when the file cannot be read or copied
     */
    public Receipt attach(Path file, String who, @Nullable OffsetDateTime at, String text) throws IOException {
        return locked(writer -> {
            Draft draft =
                    Attachments.copy(file, folder, new Draft(Kinds.ATTACHMENT, who, at, text, java.util.Map.of()));
            return writer.append(draft, -1);
        });
    }

    /**
     * Reads all entries.
     *
     * @return in the order of the file; damaged stretches are left out, as {@link #verify} tells
     * @throws IOException when the log cannot be read
     */
    public List<Entry> entries() throws IOException {
        return entriesAfter(0);
    }

    /**
     * Reads the entries behind one that was seen before.
     *
     * @param number the last entry that was seen; 0 for none
     * @return the entries with higher numbers
     * @throws IOException when the log cannot be read
     */
    public List<Entry> entriesAfter(long number) throws IOException {
        return owned(() -> {
            var entries = new ArrayList<Entry>();
            scan(new LogScanner.Visitor() {
                @Override
                public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
                    if (line.number() > number) {
                        entries.add(line.toEntry(body));
                    }
                }

                @Override
                public void junk(LogScanner.Junk junk) {}
            });
            return List.copyOf(entries);
        });
    }

    /**
     * Checks every entry and attachment.
     *
     * @param checkpoints checkpoints kept elsewhere; without one, removal at the end and rewriting cannot be noticed
     * @param trusted the key that the checkpoints must be signed with; null to take any, which is then named
     * @return what was found
     * @throws IOException when the log cannot be read
     */
    public Verification verify(List<Checkpoint> checkpoints, @Nullable VerifierKey trusted) throws IOException {
        return owned(() -> check(checkpoints, trusted));
    }

    private Verification check(List<Checkpoint> checkpoints, @Nullable VerifierKey trusted) throws IOException {
        try (Storage.StoredFile file = storage.openToRead(folder.resolve(Journal.LOG))) {
            return LogVerifier.verify(folder, file, settled(file), checkpoints, trusted);
        }
    }

    /**
     * Signs what the log holds now. Print it, mail it, or keep it on another machine: it is what makes removal show. A
     * copy is kept in the folder {@code checkpoints}.
     *
     * @param key the key to sign with; kept outside the log's folder
     * @return the checkpoint
     * @throws LogException when the log is empty or too damaged, or the key lies in its folder
     * @throws IOException when the log cannot be read or the copy not written
     */
    public Checkpoint checkpoint(CheckpointKey key) throws IOException {
        if (key.file().toRealPath().startsWith(folder.toRealPath())) {
            throw new LogException("The key " + key.file() + " lies in the log's own folder, where whoever changes the"
                    + " log finds it. Move it elsewhere.");
        }
        return locked(writer -> {
            Checkpoint checkpoint = sign(key);
            Path kept = folder.resolve(LogVerifier.CHECKPOINTS);
            Files.createDirectories(kept);
            Disk.forceNames(folder);
            StateFile.write(
                    kept.resolve(checkpoint.size() + ".txt"),
                    checkpoint.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return checkpoint;
        });
    }

    private Checkpoint sign(CheckpointKey key) throws IOException {
        Verification found = check(List.of(), null);
        Hash root = found.root();
        String origin = found.origin();
        if (found.entries() == 0) {
            throw new LogException("The log has no entries yet, so there is nothing to sign.");
        }
        if (found.damage().stream().anyMatch(damage -> damage.last() >= found.entries())) {
            throw new LogException("The end of the log is damaged or was not saved to the end, so it cannot be signed."
                    + " Record another entry, which will name what is there, and try again.");
        }
        if (root == null || origin == null) {
            throw new LogException("The log is too damaged to be signed. Run 'govsocial mishap verify', and restore it"
                    + " from a backup; keep this file as evidence.");
        }
        return Checkpoint.sign(key, origin, found.entries(), root, OffsetDateTime.now(clock));
    }

    /**
     * Erases the text of entries for good, as the law allows. The entries keep their place, time, kind and
     * fingerprint, so that every proof still holds; a new entry says who disposed of what, and why. The salt goes with the text, so that the
     * text cannot be guessed from its hash. Backups and the free space of the disk are out of reach.
     *
     * @param disposal what, on what authority, approved by whom
     * @param who who does it
     * @return the number and fingerprint of the entry that records the disposal
     * @throws LogException when it is refused: no authority, no second approver, no such entry
     * @throws IOException as for {@link #append(Draft)}
     */
    public Receipt dispose(Disposal disposal, String who) throws IOException {
        disposal.check();
        return locked(writer -> {
            writer.last();
            Draft draft = Disposing.record(disposal, who, folder);
            Receipt receipt = writer.append(draft, -1);
            try {
                Disposing.erase(disposal, folder);
            } catch (IOException e) {
                throw new LogException(
                        "The disposal is recorded as entry " + receipt.number() + ", but the text is NOT erased yet ("
                                + e.getMessage() + "). Do it again.",
                        e);
            }
            return receipt;
        });
    }

    /**
     * Makes a redacted copy for a request for official information. The log itself is not touched. Every entry stands
     * in the copy: whole, or with passages withheld and a ground beside each, so that nobody can drop one unseen.
     *
     * @param release what to withhold and for which request
     * @param target the folder of the copy, which must not exist or be empty
     * @param key signs a checkpoint of the whole log for the copy; null for none
     * @return what was released and withheld
     * @throws LogException when the log is damaged, a passage is not there or the folder is in use
     * @throws IOException when the copy cannot be written
     */
    public Release.Summary release(Release release, Path target, @Nullable CheckpointKey key) throws IOException {
        return owned(() -> {
            if (!check(List.of(), null).intact()) {
                throw new LogException(
                        "The log is damaged, so no copy of it can be vouched for. Run 'govsocial mishap verify'.");
            }
            Checkpoint checkpoint = key == null ? null : sign(key);
            try (Storage.StoredFile file = storage.openToRead(folder.resolve(Journal.LOG))) {
                return Releasing.write(release, folder, file, settled(file), target, checkpoint, clock);
            }
        });
    }

    /**
     * Packs the log, its attachments and checkpoints, and the single-file verifier as a BagIt bag, while nobody can write
     * to it. The log stays where it is.
     *
     * @param target the folder of the bag, which must not exist or be empty
     * @param info facts about the bag
     * @param readings what else it is to hold, such as the record in formats for people
     * @return what was made
     * @throws IOException when it cannot be read or written
     */
    public Bag.Made bag(Path target, BagInfo info, List<Payload> readings) throws IOException {
        return locked(writer -> Bagging.write(folder, target, info, readings));
    }

    /** Stops. What was acknowledged is on the disk already. */
    @Override
    public void close() throws IOException {
        if (owner.isShutdown()) {
            return;
        }
        try {
            owned(() -> {
                if (journal != null) {
                    journal.close();
                }
                if (lock != null) {
                    lock.close();
                }
                return true;
            });
        } finally {
            owner.shutdown();
        }
    }

    private void scan(LogScanner.Visitor visitor) throws IOException {
        try (Storage.StoredFile file = storage.openToRead(folder.resolve(Journal.LOG))) {
            LogScanner.scan(file, 0, settled(file), visitor);
        }
    }

    /** The length up to which nobody is writing. */
    private long settled(Storage.StoredFile file) throws IOException {
        if (lock == null || held) {
            return file.size();
        }
        try (FileLock turn = lock.acquire()) {
            Objects.requireNonNull(turn);
            return file.size();
        }
    }

    /** Whether the owner's current task holds the lock; the owner's thread alone reads and writes it. */
    private boolean held;

    @FunctionalInterface
    private interface Writing<T> {
        T with(Journal journal) throws IOException;
    }

    private <T> T locked(Writing<T> work) throws IOException {
        Journal writer = journal;
        FolderLock turns = lock;
        if (writer == null || turns == null) {
            throw new LogException("This log was opened read-only. Nothing was recorded.");
        }
        return owned(() -> {
            try (FileLock turn = turns.acquire()) {
                Objects.requireNonNull(turn);
                held = true;
                return work.with(writer);
            } finally {
                held = false;
            }
        });
    }

    /** Does something on the thread that owns the files, and waits for it whatever happens to the caller. */
    private <T> T owned(Callable<T> work) throws IOException {
        Future<T> answer;
        try {
            answer = owner.submit(work);
        } catch (RejectedExecutionException e) {
            throw new LogException("This log was closed. Open it again.", e);
        }
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    Throwable cause = e.getCause();
                    if (cause instanceof IOException failure) {
                        throw failure;
                    }
                    if (cause instanceof RuntimeException failure) {
                        throw failure;
                    }
                    throw new IllegalStateException(cause);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
