package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Erases the text of entries. First the disposal is recorded, then the file is replaced in one step by a copy in which
 * the lines, as long as before, lack body and salt: a crash in between leaves a recorded disposal that can be done
 * again, never an erasure without a record. Called while holding the lock.
 */
final class Disposing {
    static final String ENTRIES = "entries";

    private Disposing() {}

    /** What the log says about it. */
    static Draft record(Disposal disposal, String who, Path folder) throws IOException {
        var known = new HashSet<Long>();
        try (Storage.StoredFile file = new Disk().openToRead(folder.resolve(Journal.LOG))) {
            LogScanner.scan(file, 0, file.size(), new LogScanner.Visitor() {
                @Override
                public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
                    if (!disposal.entries().contains(line.number())) {
                        return;
                    }
                    known.add(line.number());
                    if (Kinds.BOOKKEEPING.contains(line.kind())) {
                        throw Disposal.refused("entry " + line.number() + " is of the kind " + line.kind()
                                + ", which proves the log itself");
                    }
                    if (body == EntryLine.BodyState.ERASED) {
                        throw Disposal.refused("entry " + line.number() + " was disposed of before");
                    }
                    if (body == EntryLine.BodyState.CHANGED) {
                        throw Disposal.refused("entry " + line.number() + " is damaged, and evidence");
                    }
                }

                @Override
                public void junk(LogScanner.Junk junk) {}
            });
        }
        for (long entry : disposal.entries()) {
            if (!known.contains(entry)) {
                throw Disposal.refused("there is no entry " + entry);
            }
        }
        Draft draft = Draft.of(Kinds.DISPOSED, who, disposal.reason())
                .with(ENTRIES, disposal.entries().stream().map(String::valueOf).collect(Collectors.joining(",")));
        draft = disposal.authority() instanceof Disposal.RequiredByAct act
                ? draft.with("act", act.act()).with("section", act.section())
                : draft.with("authority", ((Disposal.DisposalAuthority) disposal.authority()).reference());
        return draft.with("approver", disposal.approver()).with("secondApprover", disposal.secondApprover());
    }

    /** The entries that a record of disposal names. */
    static List<Long> entries(Content content) {
        return numbers(content.fields().getOrDefault(ENTRIES, ""));
    }

    static List<Long> numbers(String listed) {
        var numbers = new ArrayList<Long>();
        for (String number : listed.split(",", -1)) {
            if (!number.isEmpty() && number.length() < 19 && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                numbers.add(Long.valueOf(number));
            }
        }
        return numbers;
    }

    static void erase(Disposal disposal, Path folder) throws IOException {
        Path log = folder.resolve(Journal.LOG);
        Set<Long> doomed = new HashSet<>(disposal.entries());
        var erased = new TreeMap<Long, byte[]>(); // by place in the file
        var goneFiles = new HashSet<Path>();
        var keptFiles = new HashSet<Path>();
        try (Storage.StoredFile file = new Disk().openToRead(log)) {
            LogScanner.scan(file, 0, file.size(), new LogScanner.Visitor() {
                @Override
                public void line(EntryLine line, EntryLine.BodyState body, long offset) throws IOException {
                    Path attachment = attachment(line, body, folder);
                    if (doomed.contains(line.number())) {
                        erased.put(offset, line.erased());
                    }
                    if (attachment != null) {
                        (doomed.contains(line.number()) ? goneFiles : keptFiles).add(attachment);
                    }
                }

                @Override
                public void junk(LogScanner.Junk junk) {}
            });
        }
        StateFile.write(log, channel -> {
            try (FileChannel old = FileChannel.open(log)) {
                for (long place = 0; place < old.size(); ) {
                    place += old.transferTo(place, old.size() - place, channel);
                }
            }
            for (var line : erased.entrySet()) {
                channel.position(line.getKey());
                StateFile.writeFully(channel, ByteBuffer.wrap(line.getValue()));
            }
        });
        goneFiles.removeAll(keptFiles); // the same file may belong to another entry
        for (Path file : goneFiles) {
            Files.deleteIfExists(file);
        }
        if (!goneFiles.isEmpty()) {
            Disk.forceNames(folder.resolve(Attachments.FOLDER));
        }
    }

    private static @Nullable Path attachment(EntryLine line, EntryLine.BodyState body, Path folder) throws IOException {
        return body == EntryLine.BodyState.WHOLE && line.kind().equals(Kinds.ATTACHMENT)
                ? Attachments.of(Content.parse(line.body()), folder)
                : null;
    }
}
