package org.govsocial.archives;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import org.govsocial.spi.Input;
import org.govsocial.spi.InputException;
import org.jspecify.annotations.Nullable;

/** An office document (ECMA-376): a zip of XML parts, within the limits of {@link ZipLimits}. Parts never reach the disk. */
final class OfficeFile implements AutoCloseable {
    /** What is done with an open document. */
    interface Work {
        void on(OfficeFile file) throws InputException, IOException;
    }

    private final String name;
    private final ZipFile zip;

    private OfficeFile(String name, ZipFile zip) {
        this.name = name;
        this.zip = zip;
    }

    static boolean isNamed(Input input, String extension) throws IOException {
        if (input.isFolder() || !MediaFiles.extension(input.name()).equals(extension)) {
            return false;
        }
        byte[] head = input.head();
        return head.length == 0 || head.length > 3 && head[0] == 'P' && head[1] == 'K';
    }

    static void read(Input input, Work work) throws InputException, IOException {
        Path path = input.path();
        if (path == null) {
            throw new InputException(
                    input.name(), "A document can be read from a file only.", "Save it, then name the file.");
        }
        if (Files.size(path) == 0) {
            throw Emptiness.of(input.name());
        }
        try (var zip = new ZipFile(path.toFile());
                var file = new OfficeFile(input.name(), zip)) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            ZipLimits.check(input.name(), Files.size(path), zip, entries);
            work.on(file);
        } catch (ZipException | EOFException | IllegalArgumentException | ZipEntryInput.DamagedException e) {
            throw new InputException(
                    input.name(),
                    "This document is damaged, cut short or locked with a password: it cannot be opened.",
                    "Open it in the program that wrote it, and save it again without a password.");
        }
    }

    String name() {
        return name;
    }

    boolean has(String part) {
        return zip.getEntry(part) != null;
    }

    /** A part, measured while it is read. */
    InputStream part(String part) throws InputException, IOException {
        ZipEntry entry = zip.getEntry(part);
        if (entry == null) {
            throw new InputException(
                    name,
                    "This is no document of the kind that its name says: it has no " + part + ".",
                    "Open it in the program that wrote it, and save it again.");
        }
        return new ZipEntryInput(name, zip, entry).open();
    }

    /** The parts that a part refers to, by the ids that it uses. */
    Map<String, String> relations(String part) throws InputException, IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String relations = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        var targets = new HashMap<String, String>();
        if (!has(relations)) {
            return targets;
        }
        try (InputStream in = part(relations)) {
            XmlEvents xml = XmlEvents.open(name + "!/" + relations, in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.element().equals("Relationship")) {
                    String id = xml.attribute("Id");
                    String target = xml.attribute("Target");
                    if (id != null && target != null) {
                        targets.put(id, resolved(folder, target));
                    }
                }
            }
        }
        return targets;
    }

    private static String resolved(String folder, String target) {
        return target.startsWith("/") ? target.substring(1) : folder + target;
    }

    static @Nullable String mediaName(@Nullable String target) {
        return target == null ? null : target.substring(target.lastIndexOf('/') + 1);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
