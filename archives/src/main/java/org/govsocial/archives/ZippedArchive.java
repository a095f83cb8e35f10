package org.govsocial.archives;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.govsocial.model.Account;
import org.govsocial.model.Problem;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.govsocial.spi.PostReader;
import org.govsocial.spi.PostSink;
import org.govsocial.spi.ReadOptions;

/**
 * A zip that Mastodon, X, Facebook or Instagram made, read in place by its central directory. Nothing is unpacked to the disk, and no entry's
 * name ever becomes a path. Every entry is read, left out with a reason, or told as a problem.
 */
final class ZippedArchive implements PostReader {
    @Override
    public String id() {
        return "zip";
    }

    @Override
    public String title() {
        return "Mastodon, X, Facebook or Instagram archive, .zip";
    }

    @Override
    public int recognises(Input input) throws IOException {
        if (input.isFolder()) {
            return 0;
        }
        byte[] head = input.head();
        boolean zip = head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
        String extension = MediaFiles.extension(input.name());
        return extension.equals("zip")
                ? zip ? 90 : 40
                : zip && (extension.isEmpty() || input.name().equals("-")) ? 50 : 0;
    }

    @Override
    public void read(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        account(input, options, out);
    }

    /** What became of the entries; together they are all that the central directory lists. */
    record Tally(int read, int skipped, int failed) {
        Tally plus(Tally other) {
            return new Tally(read + other.read, skipped + other.skipped, failed + other.failed);
        }
    }

    private static final Tally READ = new Tally(1, 0, 0);
    private static final Tally SKIPPED = new Tally(0, 1, 0);
    private static final Tally FAILED = new Tally(0, 0, 1);

    static Tally account(Input input, ReadOptions options, PostSink out) throws InputException, IOException {
        Path path = input.path();
        if (path == null) {
            throw new InputException(
                    input.name(), "A zip can be read from a file only.", "Save it, then name the file.");
        }
        if (Files.size(path) == 0) {
            throw Emptiness.of(input.name());
        }
        try (var zip = new ZipFile(path.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            ZipLimits.check(input.name(), Files.size(path), zip, entries);
            return entries(input, zip, entries, options, out);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new InputException(
                    input.name(),
                    "This zip is damaged, cut short or locked with a password: it cannot be opened.",
                    "Download or copy it again, without a password.");
        }
    }

    private static Tally entries(
            Input input, ZipFile zip, List<? extends ZipEntry> entries, ReadOptions options, PostSink out)
            throws InputException, IOException {
        if (entries.stream().noneMatch(ZippedArchive::isPosts)) {
            throw new InputException(
                    input.name(),
                    "This zip holds neither outbox.json (Mastodon) nor tweets.js (X) nor posts of Facebook or Instagram"
                            + " as JSON.",
                    "Name an archive that one of these made (ask Facebook and Instagram for JSON), or unpack it and"
                            + " name the files.");
        }
        Set<String> twice = twice(entries);
        Account account = xAccount(input, zip, entries, twice, options);
        var tally = new Tally(0, 0, 0);
        for (ZipEntry entry : entries) {
            var inner = new ZipEntryInput(input.name(), zip, entry);
            if (twice.contains(entry.getName())) {
                out.unreadable(new Problem(
                        inner.name(),
                        "The archive lists this name twice, so which of the two is meant is not known.",
                        "Download the archive again, and be careful where it comes from."));
                tally = tally.plus(FAILED);
            } else if (isPosts(entry)) {
                String folder = entry.getName().substring(0, entry.getName().lastIndexOf('/') + 1);
                Path path = input.path();
                PostSink posts = path == null ? out : new ZipAttachments(input.name(), path, folder).behind(out);
                tally = tally.plus(entry(inner, account, options, posts));
            } else {
                out.skipped(Location.of(inner.name()), reason(entry));
                tally = tally.plus(SKIPPED);
            }
        }
        return tally;
    }

    private static Set<String> twice(List<? extends ZipEntry> entries) {
        var once = new HashSet<String>();
        var twice = new HashSet<String>();
        for (ZipEntry entry : entries) {
            if (!once.add(entry.getName())) {
                twice.add(entry.getName());
            }
        }
        return twice;
    }

    private static boolean isPosts(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && (name.equals("outbox.json")
                        || name.endsWith("/outbox.json")
                        || XArchive.isNamed(name)
                        || MetaPosts.isNamed(name));
    }

    private static String reason(ZipEntry entry) {
        if (entry.isDirectory()) {
            return "folders in archives";
        }
        return switch (MediaFiles.kindOf(entry.getName())) {
            case OTHER -> "files in archives that hold no posts";
            default -> "pictures and other media in archives";
        };
    }

    private static Account xAccount(
            Input input, ZipFile zip, List<? extends ZipEntry> entries, Set<String> twice, ReadOptions options) {
        for (ZipEntry entry : entries) {
            String name = entry.getName();
            if ((name.equals("data/account.js") || name.endsWith("/data/account.js")) && !twice.contains(name)) {
                try {
                    return XArchive.accountIn(new ZipEntryInput(input.name(), zip, entry), options);
                } catch (IOException | IllegalArgumentException e) {
                    return Account.UNKNOWN;
                }
            }
        }
        return Account.UNKNOWN;
    }

    private static Tally entry(ZipEntryInput inner, Account account, ReadOptions options, PostSink out)
            throws IOException {
        try {
            if (XArchive.isNamed(inner.name())) {
                XArchive.read(inner, account, options, out);
            } else if (MetaPosts.isNamed(inner.name())) {
                new MetaPosts().read(inner, options, out);
            } else {
                new MastodonOutbox().read(inner, options, out);
            }
            inner.verify();
            return READ;
        } catch (InputException e) {
            out.unreadable(e.problem());
        } catch (ZipEntryInput.DamagedException | ZipException | EOFException | IllegalArgumentException e) {
            out.unreadable(new Problem(
                    inner.name(),
                    "This part of the archive is damaged. What was read from it may be incomplete.",
                    "Download the archive again."));
        }
        return FAILED;
    }
}
