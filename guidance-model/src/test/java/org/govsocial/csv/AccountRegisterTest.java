package org.govsocial.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govsocial.model.ChannelAccount;
import org.govsocial.model.Platform;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountRegisterTest {
    private static final String HEADER = String.join(",", AccountRegister.COLUMNS) + "\n";

    private static AccountRegister read(String csv) throws InputException, IOException {
        return AccountRegister.read("accounts.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void every_column_of_the_sample_is_read() throws InputException, IOException {
        AccountRegister register = read(Files.readString(Path.of("..", "samples", "plan", "accounts.csv")));
        assertEquals(3, register.entries().size());
        ChannelAccount facebook = register.entries().get(0).account();
        assertEquals(Platform.FACEBOOK, facebook.platform());
        assertEquals("exampledistrictlibraries", facebook.handle());
        assertEquals("Library manager", facebook.owner());
        assertEquals("Deputy library manager", facebook.deputy());
        assertEquals("social@example.govt.nz", facebook.recovery());
        assertEquals(Optional.of(true), facebook.multiFactor());
        assertEquals(Optional.of(LocalDate.of(2026, 10, 1)), facebook.lastReview());
        assertEquals(List.of("Meta Business Suite"), facebook.tools());
        assertEquals("See the plan: 31 August 2027", facebook.closurePlan());
        assertEquals(
                "Books and people. Ring 0800 555 010.",
                facebook.profile().orElseThrow().bio());
        ChannelAccount x = register.entries().get(1).account();
        assertEquals(List.of("Hootsuite", "TweetDeck"), x.tools());
        assertEquals(Platform.X, x.platform());
        assertEquals("accounts.csv:3", register.entries().get(1).where().toString());
        ChannelAccount youtube = register.entries().get(2).account();
        assertEquals(Optional.empty(), youtube.multiFactor());
        assertEquals(Optional.empty(), youtube.profile());
    }

    @Test
    void a_spreadsheet_of_another_country_is_read_the_same() throws InputException, IOException {
        String csv = "\ufeff" + HEADER.replace(',', ';').replace("multi-factor", "Multi_Factor")
                + "\"Facebook; page\";@a;Ana;;;Āe;;;;\n;;;;;;;;;\n";
        AccountRegister register = read(csv);
        assertEquals(1, register.entries().size());
        ChannelAccount account = register.entries().get(0).account();
        assertEquals("Facebook; page", account.channel());
        assertEquals("a", account.handle());
        assertEquals(Optional.of(true), account.multiFactor());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",a,,,,,,,,|accounts.csv:2#channel",
                "X,a,,,,perhaps,,,,|accounts.csv:2#multi-factor",
                "X,a,,,,,1/2/2026,,,|accounts.csv:2#last access review",
                "X,a,,,,,,,no address,|accounts.csv:2#link",
                "X,a,,,,,,,,,,too,many|accounts.csv:2",
            })
    void a_wrong_row_is_told_with_line_and_column(String row, String where) {
        var e = assertThrows(InputException.class, () -> read(HEADER + row + "\n"));
        assertTrue(e.getMessage().startsWith(where), e.getMessage());
    }

    @Test
    void a_missing_column_is_named() {
        var e = assertThrows(InputException.class, () -> read(HEADER.replace("deputy,", "") + "X,a,,,,,,,\n"));
        assertTrue(e.getMessage().contains("\"deputy\" is missing"), e.getMessage());
    }

    @Test
    void what_is_no_csv_in_utf8_is_told() {
        byte[] latin = (HEADER + "Fähre").getBytes(StandardCharsets.ISO_8859_1);
        var e = assertThrows(
                InputException.class, () -> AccountRegister.read("a.csv", new ByteArrayInputStream(latin)));
        assertTrue(e.getMessage().contains("UTF-8"), e.getMessage());
        assertTrue(
                assertThrows(InputException.class, () -> read("")).getMessage().contains("empty"));
        assertThrows(InputException.class, () -> read(HEADER + "\"never closed"));
    }
}
