package org.govsocial.bags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.loc.repository.bagit.reader.BagReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.govsocial.bags.Flaw.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bags written by hand as RFC 8493 has them, and a second program's word on ours. */
class StandardTest {
    @TempDir
    Path folder;

    private Path bag;

    @BeforeEach
    void write_a_bag_by_hand() throws IOException {
        bag = Files.createDirectories(folder.resolve("bag"));
        Files.createDirectories(bag.resolve("data"));
        write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        write("data/hello.txt", "hello");
        write("manifest-sha256.txt", sum("sha256", "hello") + " data/hello.txt\n");
    }

    @Test
    void a_bag_needs_no_facts_and_no_tag_manifest() throws IOException {
        Verification found = Bag.verify(bag);

        assertTrue(found.isWhole(), found.toString());
        assertEquals(List.of(Kind.REMARK), kinds(found));
    }

    @Test
    void another_program_finds_our_bags_whole_and_a_changed_one_broken() throws Exception {
        Path ours = folder.resolve("ours");
        Bag.create(
                ours,
                BagInfo.NONE.with("Source-Organization", "Te Puna").with("Bagging-Date", "2026-11-22"),
                List.of(Payload.text("ngā kupu.txt", "kia ora"), Payload.text("b/c/d.txt", "")));
        var other = new gov.loc.repository.bagit.verify.BagVerifier();
        try {
            var read = new BagReader().read(ours);
            other.isValid(read, false);
            assertEquals(
                    "Te Puna", read.getMetadata().get("Source-Organization").get(0));
            assertEquals(2, read.getPayLoadManifests().size());
            assertEquals(2, read.getTagManifests().size());

            Files.writeString(ours.resolve("data/b/c/d.txt"), "x");
            assertThrows(Exception.class, () -> other.isValid(new BagReader().read(ours), false));
            assertEquals(List.of(Kind.COUNT, Kind.CHANGED), kinds(Bag.verify(ours)));
        } finally {
            other.close();
        }
    }

    @Test
    void every_checksum_of_the_standard_is_read_in_either_case_and_with_tabs() throws IOException {
        write("manifest-md5.txt", sum("md5", "hello").toUpperCase(java.util.Locale.ROOT) + "\t data/hello.txt\r\n");
        write("manifest-sha1.txt", sum("sha1", "hello") + "  data/hello.txt");
        write("manifest-sha512.txt", sum("sha512", "hello") + " *data/hello.txt\r");
        assertTrue(Bag.verify(bag).isWhole(), Bag.verify(bag).toString());

        write("manifest-md5.txt", sum("md5", "other") + " data/hello.txt\n");
        assertEquals(Kind.CHANGED, only().kind());
    }

    @Test
    void a_checksum_that_nobody_knows_is_said_and_not_passed() throws IOException {
        write("manifest-blake9.txt", "00 data/hello.txt\n");

        assertEquals(Kind.UNKNOWN, only().kind());
    }

    @Test
    void a_file_that_is_listed_twice_is_found() throws IOException {
        String line = sum("sha256", "hello") + " data/hello.txt\n";
        write("manifest-sha256.txt", line + line);

        assertEquals(new Flaw(Kind.DUPLICATE, "data/hello.txt", only().detail()), only());
    }

    @Test
    void each_manifest_must_list_every_payload() throws IOException {
        write("data/second.txt", "second");
        write(
                "manifest-sha256.txt",
                sum("sha256", "hello") + " data/hello.txt\n" + sum("sha256", "second") + " data/second.txt\n");
        write("manifest-sha512.txt", sum("sha512", "hello") + " data/hello.txt\n");

        assertEquals("data/second.txt", only().path());
    }

    @Test
    void a_wrong_count_is_found_even_when_all_checksums_agree() throws IOException {
        write("bag-info.txt", "Payload-Oxum: 6.1\n");
        assertEquals(Kind.COUNT, only().kind());

        write("bag-info.txt", "Payload-Oxum: 5.1\nPayload-Oxum: 5.1\n");
        assertEquals(Kind.MALFORMED, only().kind());

        write("bag-info.txt", "Payload-Oxum: 5.1\n");
        assertTrue(Bag.verify(bag).isWhole());
    }

    @Test
    void facts_go_on_over_several_lines_and_may_be_repeated() throws IOException {
        write(
                "bag-info.txt",
                "Contact-Name: Aroha\r\nExternal-Description: one\n\t two\n  three\nContact-Name: Wiremu\n");

        BagInfo info = Bag.verify(bag).info();

        assertEquals("one two three", info.first("External-Description").orElseThrow());
        assertEquals(3, info.entries().size());
        assertEquals("Wiremu", info.entries().get(2).value());
    }

    @Test
    void paths_that_lead_out_of_the_bag_are_named_and_not_followed() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        String sum = sum("sha256", "secret");
        for (String path : List.of(
                "../secret", "data/../../secret", folder.resolve("secret").toString(), "~/secret", "data//../x")) {
            write("manifest-sha256.txt", sum("sha256", "hello") + " data/hello.txt\n" + sum + " " + path + "\n");
            assertEquals(Kind.UNSAFE, only().kind(), path);
        }
    }

    @Test
    void links_are_named_and_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Files.createSymbolicLink(bag.resolve("data/link"), secret);
        write(
                "manifest-sha256.txt",
                sum("sha256", "hello") + " data/hello.txt\n" + sum("sha256", "secret") + " data/link\n");

        assertEquals(
                List.of(Kind.MISSING, Kind.UNSAFE),
                kinds(Bag.verify(bag)).stream()
                        .filter(k -> k != Kind.REMARK)
                        .sorted()
                        .toList());
    }

    @Test
    void a_name_written_by_a_program_that_does_not_encode_percent_signs_is_found() throws IOException {
        write("data/100%25.txt", "hello");
        Files.delete(bag.resolve("data/hello.txt"));
        write("manifest-sha256.txt", sum("sha256", "hello") + " data/100%25.txt\n");

        assertTrue(Bag.verify(bag).isWhole(), Bag.verify(bag).toString());
        assertEquals(2, Bag.verify(bag).flaws().size(), "it is remarked");
    }

    @Test
    void a_name_whose_macron_is_encoded_otherwise_is_found() throws IOException {
        Files.delete(bag.resolve("data/hello.txt"));
        write("data/ma\u0304ori", "hello");
        write("manifest-sha256.txt", sum("sha256", "hello") + " data/m\u0101ori\n");

        assertTrue(Bag.verify(bag).isWhole(), Bag.verify(bag).toString());
    }

    @Test
    void what_was_left_to_be_fetched_is_missing_and_is_not_fetched() throws IOException {
        write("fetch.txt", "https://example.govt.nz/big 7 data/big.bin\n");
        write(
                "manifest-sha256.txt",
                sum("sha256", "hello") + " data/hello.txt\n" + sum("sha256", "big") + " data/big.bin\n");

        assertTrue(kinds(Bag.verify(bag)).containsAll(List.of(Kind.MISSING, Kind.REMARK)));
    }

    @Test
    void damaged_descriptions_are_said_plainly() throws IOException {
        write("manifest-sha256.txt", "not a manifest\n");
        assertEquals(
                List.of(Kind.EXTRA, Kind.MALFORMED),
                kinds(Bag.verify(bag)).stream()
                        .filter(k -> k != Kind.REMARK)
                        .sorted()
                        .toList());

        Files.write(bag.resolve("manifest-sha256.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(kinds(Bag.verify(bag)).contains(Kind.MALFORMED));

        Files.delete(bag.resolve("manifest-sha256.txt"));
        assertTrue(kinds(Bag.verify(bag)).contains(Kind.MISSING));
    }

    @Test
    void a_declaration_is_required_and_read_strictly() throws IOException {
        for (String bad : List.of(
                "",
                "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
                "BagIt-Version: 1.0\n",
                "\uFEFFBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nExtra: x\n")) {
            write("bagit.txt", bad);
            assertEquals(Kind.MALFORMED, only().kind(), bad);
        }
        write("bagit.txt", "BagIt-Version: 7.0\nTag-File-Character-Encoding: UTF-8\n");
        assertEquals(Kind.UNKNOWN, only().kind());
        Files.delete(bag.resolve("bagit.txt"));
        assertEquals(Kind.MISSING, only().kind());
    }

    @Test
    void a_folder_that_is_not_there_is_an_error_of_its_own() {
        assertThrows(BagException.class, () -> Bag.verify(folder.resolve("nothing")));
    }

    /** The one flaw beside remarks. */
    private Flaw only() throws IOException {
        List<Flaw> flaws = Bag.verify(bag).flaws().stream()
                .filter(f -> f.kind() != Kind.REMARK)
                .toList();
        assertEquals(1, flaws.size(), flaws::toString);
        return flaws.get(0);
    }

    private static List<Kind> kinds(Verification found) {
        return found.flaws().stream().map(Flaw::kind).toList();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(bag.resolve(path), text);
    }

    private static String sum(String algorithm, String text) {
        try {
            String name = algorithm.equals("md5") ? "MD5" : "SHA-" + algorithm.substring(3);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
