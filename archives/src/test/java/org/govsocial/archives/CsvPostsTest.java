package org.govsocial.archives;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.govsocial.model.Media;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.InputException;
import org.govsocial.spi.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPostsTest {
    private final CsvPosts reader = new CsvPosts();

    @Test
    void every_column_is_read() throws Exception {
        Reading all = Reading.of(
                reader,
                "a.csv",
                "\uFEFFId,Platform,Date,Message,Link,Language,Author,Image,Alt text\r\n"
                        + "7,Twitter,2026-11-22T09:00:00+13:00,\"Kia ora,\r\n\"\"tātou\"\"\",https://example.govt.nz,mi,@a,p.jpg,A map\r\n"
                        + ",,22/11/2026 9:05 pm,Two,,,,q.png,\r\n"
                        + ",,,Three,,,,,\r\n");
        Post one = all.posts.get(0);
        assertEquals("7", one.id());
        assertEquals(Platform.X, one.platform());
        assertEquals("Kia ora,\n\"tātou\"", one.text());
        assertEquals(Instant.parse("2026-11-21T20:00:00Z"), one.time());
        assertEquals(Locale.forLanguageTag("mi"), one.language());
        assertEquals("a", one.account().handle());
        assertEquals(
                List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of("A map")).withFile("p.jpg")), one.media());
        Post two = all.posts.get(1);
        assertEquals("record-2", two.id());
        assertEquals(Instant.parse("2026-11-22T08:05:00Z"), two.time());
        assertEquals(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.MISSING).withFile("q.png")), two.media());
        assertEquals(Post.of("record-3", "Three"), all.posts.get(2));
        assertEquals(new Location("a.csv", 2, "record-1"), all.places.get(0));
        assertEquals(new Location("a.csv", 4, "record-2"), all.places.get(1));
    }

    @Test
    void without_a_column_of_text_alternatives_they_are_unknown() throws Exception {
        Post post = Reading.of(reader, "a.csv", "text,image 1,image 2\na,p.jpg,https://example.com/q.gif?x=1\n")
                .only();
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN).withFile("p.jpg"),
                        Media.of(Media.Kind.ANIMATION, TextAlternative.UNKNOWN)),
                post.media());
    }

    @Test
    void several_pictures_have_their_own_alternatives() throws Exception {
        Post post = Reading.of(
                        reader, "a.csv", "text,image1,alt1,image2,alt2,image3,alt3\na,p.jpg,P,q.jpg,(decorative),,\n")
                .only();
        assertEquals(
                List.of(
                        Media.of(Media.Kind.IMAGE, TextAlternative.of("P")).withFile("p.jpg"),
                        Media.of(Media.Kind.IMAGE, TextAlternative.DECORATIVE).withFile("q.jpg")),
                post.media());
        assertEquals(
                List.of(Media.of(Media.Kind.IMAGE, TextAlternative.of("P"))),
                Reading.of(reader, "a.csv", "text,alt\na,P\n").only().media());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void separators_are_found(String separator) throws Exception {
        Reading all = Reading.of(
                reader,
                "a.csv",
                "id,\"a,;b\",text\n1,x,\"one, two; three\"\n"
                        .replace("id,", "id" + separator)
                        .replace("\",text", "\"" + separator + "text")
                        .replace("1,x,", "1" + separator + "x" + separator));
        assertEquals(Post.of("1", "one, two; three"), all.only());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text", "Message", "CAPTION", "content", "post", "Post Text", "Tweet_text", "ShareCommentary"})
    void the_words_have_many_names(String name) throws Exception {
        assertEquals(
                "a",
                Reading.of(reader, "a.csv", "id," + name + "\n1,a\n").only().text());
    }

    @Test
    void a_missing_header_is_told_with_what_is_understood() {
        InputException e =
                assertThrows(InputException.class, () -> Reading.of(reader, "a.csv", "handle,owner\n@a,b\n"));
        assertEquals("a.csv:1", e.problem().where());
        assertTrue(e.problem().what().contains("handle, owner"), e.getMessage());
        assertTrue(e.problem().advice().contains("caption"), e.getMessage());
    }

    @Test
    void quotes_that_do_not_match_are_told_with_their_line() {
        InputException e =
                assertThrows(InputException.class, () -> Reading.of(reader, "a.csv", "id,text\n1,a\n2,\"b\" c\n"));
        assertEquals("a.csv:3", e.problem().where());
    }

    @Test
    void records_that_cannot_be_used_are_told_and_reading_goes_on() throws Exception {
        Reading all = Reading.of(reader, "a.csv", "text,image,platform\na,../x.png,\nb,,Face Book!\n,,\nc,,x\n");
        assertEquals("c", all.only().text());
        assertEquals(
                List.of("a.csv:2#record-1", "a.csv:3#record-2"),
                all.problems.stream().map(p -> p.where()).toList());
        assertEquals(List.of("a.csv:4#record-3 records without words"), all.skipped);
    }

    @Test
    void hootsuite_without_a_header_and_buffer_with_one() throws Exception {
        Post hootsuite = Reading.of(reader, "a.csv", "12/31/2026 13:05,\"Kia ora, tātou\",https://example.govt.nz\n")
                .only();
        assertEquals("Kia ora, tātou", hootsuite.text());
        assertEquals(Instant.parse("2026-12-31T00:05:00Z"), hootsuite.time());
        Post buffer = Reading.of(
                        reader,
                        "b.csv",
                        "Text,Image URL,Tags,Posting Time\nKia ora,https://example.com/a.png,x,2026-12-31 13:05\n")
                .only();
        assertEquals(Instant.parse("2026-12-31T00:05:00Z"), buffer.time());
        assertEquals(List.of(Media.of(Media.Kind.IMAGE, TextAlternative.UNKNOWN)), buffer.media());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-22 | 2026-11-21T11:00:00Z",
                "22/11/2026 | 2026-11-21T11:00:00Z",
                "22.11.26 09:30 | 2026-11-21T20:30:00Z",
                "3/4/2026 12:00 a.m. | 2026-04-02T11:00:00Z",
                "31/02/2026 | ",
                "soon | "
            })
    void dates_are_read_with_the_day_first(String text, String expected) throws Exception {
        Post post = Reading.of(reader, "a.csv", "text,date\na," + text + "\n").only();
        assertEquals(expected == null ? null : Instant.parse(expected), post.time());
    }

    @Test
    void date_and_time_may_stand_in_two_columns() throws Exception {
        Post post = Reading.of(reader, "a.csv", "text,date,time\na,22/11/2026,09:30\n")
                .only();
        assertEquals(Instant.parse("2026-11-21T20:30:00Z"), post.time());
    }

    @Test
    void a_field_beyond_16_mb_is_refused() {
        String text = "text\n\"" + "x".repeat(17 * 1024 * 1024);
        InputException e = assertThrows(InputException.class, () -> Reading.of(reader, "a.csv", text));
        assertTrue(e.problem().what().contains("16 MB"), e.getMessage());
    }

    @Test
    void rewriting_copies_what_does_not_change_byte_for_byte() throws Exception {
        String text = "\uFEFFid;text;alt\r\n1;\"a\";x\r\n\r\n2; b ;\"y\"\n3;\"c\r\n\"\"d\"\"\";z\r4;e\n\n\n5;f;";
        assertEquals(text, Reading.rewritten(reader, Reading.input("a.csv", text), post -> post));
        String changed = Reading.rewritten(
                reader,
                Reading.input("a.csv", text),
                post -> post.id().equals("3")
                        ? post.withText("C;\n\"d\"")
                                .withMedia(List.of(post.media().get(0).withAlt(TextAlternative.of("Z"))))
                        : post.id().equals("5") ? post.withText("F") : post);
        assertEquals(
                "\uFEFFid;text;alt\r\n1;\"a\";x\r\n\r\n2; b ;\"y\"\n3;\"C;\n\"\"d\"\"\";Z\r4;e\n\n\n5;F;", changed);
    }

    @Test
    void what_is_rewritten_reads_as_what_was_meant() throws Exception {
        long seed = 99;
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            String why = "seed " + seed + " round " + round;
            var text = new StringBuilder("id,text,image,alt\n");
            int records = 1 + random.nextInt(6);
            for (int i = 0; i < records; i++) {
                text.append(i)
                        .append(",\"")
                        .append(cell(random).replace("\"", "\"\""))
                        .append("\",p.png,\"a\"");
                text.append(List.of("\n", "\r\n", "\r", "\n\n").get(random.nextInt(4)));
            }
            var input = Reading.input("a.csv", text.toString());
            Reading before = Reading.of(reader, input);
            int chosen = random.nextInt(records);
            String words = "x" + cell(random).replace("\r", "");
            String changed = Reading.rewritten(
                    reader, input, post -> post.id().equals("" + chosen) ? post.withText(words) : post);
            Reading after = Reading.of(reader, "a.csv", changed);
            assertEquals(before.posts.size(), after.posts.size(), why);
            for (int i = 0; i < before.posts.size(); i++) {
                Post post = before.posts.get(i);
                assertEquals(post.id().equals("" + chosen) ? post.withText(words) : post, after.posts.get(i), why);
            }
        }
    }

    private static String cell(Random random) {
        var cell = new StringBuilder("k");
        for (int i = random.nextInt(8); i > 0; i--) {
            cell.append("ab \"'\n,;\tā\r".charAt(random.nextInt(11)));
        }
        return cell.toString();
    }
}
