package org.govsocial.csv;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.ChannelAccount;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;

/**
 * The register of accounts, {@code accounts.csv}.
 *
 * @param entries its rows
 */
public record AccountRegister(List<Entry> entries) {
    /** The columns that have to be there. */
    public static final List<String> COLUMNS = List.of(
            "channel",
            "handle",
            "owner",
            "deputy",
            "recovery contact",
            "multi-factor",
            "last access review",
            "connected tools",
            "link",
            "closure plan");

    /** The columns that may be there, for rules about profiles. */
    public static final List<String> PROFILE_COLUMNS = List.of("display name", "bio", "profile links");

    /** Copies the list. */
    public AccountRegister {
        entries = List.copyOf(entries);
    }

    /**
     * A row.
     *
     * @param where file and line
     * @param account what it says
     */
    public record Entry(Location where, ChannelAccount account) {}

    /**
     * Reads a register.
     *
     * @param where the file's name, for messages
     * @param bytes CSV in UTF-8; not closed
     * @return the register
     * @throws InputException when it is not a register: file, line, column, what was wrong, what to do
     * @throws IOException when the bytes cannot be read
     */
    public static AccountRegister read(String where, InputStream bytes) throws InputException, IOException {
        var entries = new ArrayList<Entry>();
        for (CsvTable.Row row : CsvTable.read(where, bytes, COLUMNS).rows()) {
            entries.add(new Entry(row.location(), account(row)));
        }
        return new AccountRegister(entries);
    }

    private static ChannelAccount account(CsvTable.Row row) throws InputException {
        return ChannelAccount.of(row.needed("channel"), row.text("handle"))
                .withPeople(row.text("owner"), row.text("deputy"), row.text("recovery contact"))
                .withAccess(row.yesOrNo("multi-factor"), row.day("last access review"), row.list("connected tools"))
                .withLink(
                        row.text("link").isEmpty()
                                ? Optional.empty()
                                : Optional.of(address(row, "link", row.text("link"))))
                .withClosurePlan(row.text("closure plan"))
                .withPresentation(presentation(row));
    }

    private static Optional<ChannelAccount.Presentation> presentation(CsvTable.Row row) throws InputException {
        var links = new ArrayList<URI>();
        for (String link : row.list("profile links")) {
            links.add(address(row, "profile links", link));
        }
        String name = row.text("display name");
        String bio = row.text("bio");
        return name.isEmpty() && bio.isEmpty() && links.isEmpty()
                ? Optional.empty()
                : Optional.of(new ChannelAccount.Presentation(name, bio, links));
    }

    private static URI address(CsvTable.Row row, String column, String text) throws InputException {
        try {
            URI address = new URI(text.contains("://") || text.startsWith("mailto:") ? text : "https://" + text);
            if (address.getHost() != null || "mailto".equals(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw row.error(
                    column, "\"" + text + "\" is not an address.", "Write for example https://www.example.govt.nz/");
        }
        throw row.error(
                column, "\"" + text + "\" is not an address.", "Write for example https://www.example.govt.nz/");
    }
}
