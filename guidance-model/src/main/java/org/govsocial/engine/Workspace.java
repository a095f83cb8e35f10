package org.govsocial.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govsocial.csv.CsvTable;
import org.govsocial.csv.SpecialDays;
import org.govsocial.json.JsonException;
import org.govsocial.json.WorkspaceReader;
import org.govsocial.model.Agency;
import org.govsocial.model.Glossary;
import org.govsocial.model.WorkspaceSettings;
import org.govsocial.spi.InputException;

/**
 * The folder in which an agency keeps its work: {@code govsocial.json} and, beside it, its plan, registers and incidents.
 * Whether the other files exist is not said.
 *
 * @param folder where it is, absolute
 * @param settings what the agency says once for all its work
 */
public record Workspace(Path folder, WorkspaceSettings settings) {
    /** The file that makes a folder a workspace. */
    public static final String FILE = "govsocial.json";

    /**
     * Finds the workspace that a folder lies in.
     *
     * @param from a folder; it and the folders above it are looked at, and the nearest workspace is taken
     * @return absent when there is none
     * @throws JsonException when its settings are wrong: where, what and what to do
     * @throws IOException when its settings cannot be read
     */
    public static Optional<Workspace> find(Path from) throws IOException {
        for (Path folder = from.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve(FILE);
            if (Files.isRegularFile(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    return Optional.of(new Workspace(folder, WorkspaceReader.read(shown(from, file), in)));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Makes a workspace: all of it or nothing, and never in place of something that is there.
     *
     * @param folder made when it does not exist
     * @param settings what the agency says once for all its work
     * @param beside further files, by name
     * @return the workspace
     * @throws FileAlreadyExistsException when a file of such a name is there already; its message is the name
     * @throws IOException when it cannot be made
     */
    public static Workspace create(Path folder, WorkspaceSettings settings, Map<String, byte[]> beside)
            throws IOException {
        var files = new LinkedHashMap<>(beside);
        var bytes = new ByteArrayOutputStream();
        WorkspaceReader.write(settings, bytes);
        files.put(FILE, bytes.toByteArray()); // last: the folder is a workspace once everything else is there
        for (String name : files.keySet()) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileAlreadyExistsException(name);
            }
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, ".govsocial-");
        var moved = new ArrayList<Path>();
        try {
            for (var file : files.entrySet()) {
                Files.write(draft.resolve(file.getKey()), file.getValue());
            }
            Files.createDirectories(folder.resolve("incidents"));
            for (String name : files.keySet()) {
                Files.move(draft.resolve(name), folder.resolve(name));
                moved.add(folder.resolve(name));
            }
        } catch (IOException e) {
            for (Path file : moved) {
                Files.deleteIfExists(file);
            }
            throw e;
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(draft.resolve(name));
            }
            Files.deleteIfExists(draft);
        }
        return new Workspace(folder.toAbsolutePath().normalize(), settings);
    }

    /** As a person in that folder would write it. */
    private static String shown(Path from, Path file) {
        return from.toAbsolutePath().normalize().relativize(file).toString().replace('\\', '/');
    }

    /**
     * Where the plan is.
     *
     * @return {@code plan.json}
     */
    public Path plan() {
        return folder.resolve("plan.json");
    }

    /**
     * Where the register of accounts is.
     *
     * @return {@code accounts.csv}
     */
    public Path accounts() {
        return folder.resolve("accounts.csv");
    }

    /**
     * Where the calendar is.
     *
     * @return {@code calendar.csv}
     */
    public Path calendar() {
        return folder.resolve("calendar.csv");
    }

    /**
     * Where people's answers to findings are.
     *
     * @return {@code decisions.csv}
     */
    public Path decisions() {
        return folder.resolve("decisions.csv");
    }

    /**
     * Where incidents are, each in a folder of its own.
     *
     * @return {@code incidents/}
     */
    public Path incidents() {
        return folder.resolve("incidents");
    }

    /**
     * Where the agency's days are: language weeks, periods before elections, days without posts.
     *
     * @return {@code days.csv}
     */
    public Path days() {
        return folder.resolve("days.csv");
    }

    /**
     * Where the names of candidates and parties are that the agency wants to be told of before an election.
     *
     * @return {@code candidates.csv}
     */
    public Path candidates() {
        return folder.resolve("candidates.csv");
    }

    /**
     * What rules know of the agency: its domains, those of its short addresses too, and its short forms; from {@link
     * #days()} and {@link #candidates()}, when they are there, the periods before elections and the names.
     *
     * @param zone whose days they are
     * @return the agency
     * @throws InputException when a file is wrong: file, line, column, what was wrong, what to do
     * @throws IOException when a file cannot be read
     */
    public Agency agency(ZoneId zone) throws InputException, IOException {
        var elections = new ArrayList<Agency.Election>();
        if (Files.isRegularFile(days())) {
            try (InputStream in = Files.newInputStream(days())) {
                for (SpecialDays.Period period :
                        SpecialDays.read(shown(Path.of(""), days()), in).periods()) {
                    if (period.kind() == SpecialDays.Kind.PRE_ELECTION) {
                        elections.add(new Agency.Election(
                                period.name(),
                                period.from().atStartOfDay(zone).toInstant(),
                                period.to().plusDays(1).atStartOfDay(zone).toInstant()));
                    }
                }
            }
        }
        var names = new ArrayList<String>();
        if (Files.isRegularFile(candidates())) {
            try (InputStream in = Files.newInputStream(candidates())) {
                for (CsvTable.Row row : CsvTable.read(shown(Path.of(""), candidates()), in, List.of("name"))
                        .rows()) {
                    names.add(row.needed("name"));
                }
            }
        }
        var own = new ArrayList<>(settings.domains());
        own.addAll(settings.shortHosts());
        return Agency.UNKNOWN
                .withDomains(own)
                .withElections(elections, names)
                .withGlossary(new Glossary(settings.acronyms()));
    }

    /**
     * The packs and plug-ins that the agency uses.
     *
     * @return in the order of the settings; whether they exist is not looked at
     */
    public List<Origin> origins() {
        var origins = new ArrayList<Origin>();
        for (String jars : settings.plugins()) {
            origins.add(new Origin.Jars(folder.resolve(jars)));
        }
        for (String pack : settings.packs()) {
            Path path = folder.resolve(pack);
            origins.add(Files.isDirectory(path) ? new Origin.Packs(path) : new Origin.PackFile(path));
        }
        return origins;
    }
}
