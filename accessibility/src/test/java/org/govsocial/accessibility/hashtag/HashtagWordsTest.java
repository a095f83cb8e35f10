package org.govsocial.accessibility.hashtag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashtagWordsTest {

    private static final HashtagWords WORDS = HashtagWords.shared();

    @ParameterizedTest
    @CsvSource({
        "stateofemergency, StateOfEmergency",
        "civildefence, CivilDefence",
        "weatherwarning, WeatherWarning",
        "dropcoverandholdon, DropCoverAndHoldOn",
        "mentalhealthawarenessweek, MentalHealthAwarenessWeek",
        "savethedate, SaveTheDate",
        "hawkesbay, HawkesBay",
        "kiaora, KiaOra",
        "kiakaha, KiaKaha",
        "tereomaori, TeReoMaori",
        "tereomāori, TeReoMāori",
        "tewikiotereomaori, TeWikiOTeReoMaori",
        "climatechange, ClimateChange",
        "brisbanefloods, BrisbaneFloods",
    })
    void words_run_together_have_one_clear_reading(String tag, String fixed) {
        Reading reading = WORDS.read(tag);
        assertEquals(Verdict.CLEAR, reading.verdict());
        assertEquals(fixed, reading.best().pascalCase());
    }

    @ParameterizedTest
    @CsvSource({
        "GulfofMexico, GulfOfMexico",
        "SavetheDate, SaveTheDate",
        "StateofEmergency, StateOfEmergency",
        "Stateofemergency, StateOfEmergency",
        "SAVETHEDATE, SaveTheDate",
        "NSWheavyrain, NSWHeavyRain",
        "stateofemergency_nz, StateOfEmergency_nz",
    })
    void words_that_capitals_leave_joined_are_marked_off_too(String tag, String fixed) {
        Reading reading = WORDS.read(tag);
        assertEquals(Verdict.CLEAR, reading.verdict());
        assertEquals(fixed, reading.best().pascalCase());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salmon", "wellington", "matariki", "aotearoa", "auspol", "nzpol", "eqnz", "iPhone", "iphone", "eBay",
                        "ebay",
                "YouTube", "youtube", "McDonald", "mcdonald", "NZTA", "COVID19", "covid19", "NSWRFS", "MFAT",
                        "budget2024", "16",
                "MPs", "Coachella", "middlesex", "earthquake", "Māori", "māori", "accessibility"
            })
    void one_word_is_left_alone(String tag) {
        assertEquals(Verdict.ONE_WORD, WORDS.read(tag).verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StateOfEmergency",
                "stateOfEmergency",
                "iOSUpdate",
                "NOAAFish",
                "NSWFires",
                "KiaOra",
                "shelter_in_place"
            })
    void words_already_marked_off_are_left_as_they_are(String tag) {
        Reading reading = WORDS.read(tag);
        assertEquals(Verdict.CASED, reading.verdict());
        assertEquals(tag, reading.best().pascalCase());
    }

    @ParameterizedTest
    @CsvSource({
        "iphone, iPhone",
        "ebay, eBay",
        "youtube, YouTube",
        "nzta, NZTA",
        "covid19, COVID19",
        "NZTA, NZTA",
        "mfat, MFAT"
    })
    void brands_and_acronyms_have_their_own_spelling(String tag, String written) {
        assertEquals(written, WORDS.read(tag).best().pascalCase());
    }

    @ParameterizedTest
    @CsvSource({"therapist, TheRapist", "susanalbumparty, SusAnalBumParty", "penisland, PenisLand"})
    void a_tag_that_reads_two_ways_is_never_clear_and_offers_both(String tag, String other) {
        Reading reading = WORDS.read(tag);
        assertNotEquals(Verdict.CLEAR, reading.verdict());
        assertNotEquals(Verdict.ONE_WORD, reading.verdict());
        assertEquals(other, Objects.requireNonNull(reading.second()).pascalCase());
    }

    @ParameterizedTest
    @ValueSource(strings = {"supermoon", "hydrogeological", "photojournalism", "goodnight", "saltwater"})
    void compounds_are_not_clear(String tag) {
        assertNotEquals(Verdict.CLEAR, WORDS.read(tag).verdict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"мир", "नमस्ते", "東京", "🦋", "", "with,punctuation", "\u0304a"})
    void other_letters_and_signs_have_no_reading(String tag) {
        assertEquals(Verdict.UNCLEAR, WORDS.read(tag).verdict());
    }

    @Test
    void a_tag_too_long_to_link_has_no_reading() {
        assertEquals(Verdict.UNCLEAR, WORDS.read("state".repeat(21)).verdict());
        assertNotEquals(Verdict.ONE_WORD, WORDS.read("state".repeat(20)).verdict());
    }

    @Test
    void a_decomposed_macron_stays_with_its_letter() {
        String tag = Normalizer.normalize("tereomāori", Normalizer.Form.NFD);
        Reading reading = WORDS.read(tag);
        assertEquals(Verdict.CLEAR, reading.verdict());
        assertEquals(
                Normalizer.normalize("TeReoMāori", Normalizer.Form.NFD),
                reading.best().pascalCase());
        assertEquals(tag.length(), reading.best().words().get(2).end());
    }

    @Test
    void capitals_do_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(
                    "ImportantInformation",
                    WORDS.read("importantinformation").best().pascalCase());
            assertEquals(
                    "ImportantInformation",
                    WORDS.read("IMPORTANTINFORMATION").best().pascalCase());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_part_of_a_text_is_judged_as_that_part_alone() {
        String post = "Kia tūpato #stateofemergency declared";
        assertEquals(Verdict.CLEAR, WORDS.verdict(post, 12, 28));
        assertThrows(IndexOutOfBoundsException.class, () -> WORDS.verdict(post, 12, 99));
    }

    @Test
    void a_verdict_is_the_same_when_the_tag_comes_again() {
        for (String tag :
                List.of("stateofemergency", "salmon", "kiaora", "", "мир", "thetagthatisratherlongforoneline")) {
            assertEquals(WORDS.read(tag).verdict(), WORDS.verdict(tag, 0, tag.length()), tag);
            assertEquals(WORDS.read(tag).verdict(), WORDS.verdict("#" + tag, 1, 1 + tag.length()), tag);
        }
    }

    @Test
    void whatever_the_tag_its_words_cover_it_in_order_and_nothing_is_thrown() {
        long seed = 20261122;
        Random random = new Random(seed);
        String[] pieces = {
            "state", "of", "the", "Māori", "NZ", "kia", "ora", "19", "2024", "_", "e\u0301", "\u0304", "É", "ß", "İ",
            "ı", "🦋", "\ud83e", "мир", "X", "q", "i", "\u0000", "ﬁ", "ǅ", "-", "zzz", "Of", "s"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(9); n > 0; n--) {
                text.append(
                        random.nextInt(12) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : pieces[random.nextInt(pieces.length)]);
            }
            String tag = text.toString();
            Reading reading = WORDS.read(tag);
            String about = "seed " + seed + ", round " + round + ", tag \"" + tag + "\"";
            assertCovers(tag, reading.best(), about);
            if (reading.second() != null) {
                assertCovers(tag, reading.second(), about);
            }
            assertTrue(reading.margin() >= 0, about);
            assertEquals(reading.verdict(), WORDS.verdict("#" + tag + "!", 1, 1 + tag.length()), about);
        }
    }

    private static void assertCovers(String tag, Split split, String about) {
        int at = 0;
        for (Word word : split.words()) {
            assertEquals(at, word.start(), about);
            assertTrue(word.end() > at, about);
            assertTrue(word.text().equalsIgnoreCase(tag.substring(word.start(), word.end())), about);
            at = word.end();
        }
        assertEquals(tag.length(), at, about);
        assertTrue(split.pascalCase().equalsIgnoreCase(tag), about);
    }

    @Test
    void threads_read_the_same() throws InterruptedException, ExecutionException {
        List<String> tags = List.of(
                "stateofemergency", "salmon", "GulfofMexico", "susanalbumparty", "kiaora", "NSWFires", "nosuchwrdx");
        List<Reading> alone = tags.stream().map(WORDS::read).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                results.add(threads.submit(() -> {
                    boolean same = true;
                    for (int round = 0; round < 500; round++) {
                        same &= tags.stream().map(WORDS::read).toList().equals(alone);
                    }
                    return same;
                }));
            }
            for (Future<Boolean> result : results) {
                assertTrue(result.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_table_is_the_one_that_its_manifest_describes() throws IOException {
        Properties manifest = new Properties();
        try (InputStream in = Objects.requireNonNull(WordTable.class.getResourceAsStream("words.properties"));
                InputStream table = Objects.requireNonNull(WordTable.class.getResourceAsStream("words.bin"))) {
            manifest.load(in);
            byte[] bytes = table.readAllBytes();
            assertEquals(manifest.getProperty("sha256"), WordTableGenerator.sha256(bytes));
            assertTrue(bytes.length <= 1_500_000, "larger than agreed: " + bytes.length);
        }
        assertEquals(
                Integer.parseInt(manifest.getProperty("words")),
                WordTable.load().words());
        assertTrue(WordTable.load().pairs() > 100_000);
        assertNotNull(manifest.getProperty("input.en-us.lm.bin"));
    }

    @Test
    void the_image_is_of_the_table(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("words.bin");
        Path image = folder.resolve(WordTable.IMAGE);
        try (InputStream table = Objects.requireNonNull(WordTable.class.getResourceAsStream("words.bin"));
                InputStream shipped = Objects.requireNonNull(WordTable.class.getResourceAsStream(WordTable.IMAGE))) {
            Files.write(file, table.readAllBytes());
            WordTable.main(new String[] {file.toString(), image.toString()});
            assertArrayEquals(Files.readAllBytes(image), shipped.readAllBytes());
        }
        WordTable read = WordTable.load();
        WordTable made = WordTable.of(Files.readAllBytes(file));
        assertEquals(made.pairs(), read.pairs());
        for (String tag : List.of("stateofemergency", "iphone", "kiaora", "auckland")) {
            int node = 0;
            for (char letter : tag.toCharArray()) {
                assertEquals(made.child(node, letter - 'a'), read.child(node, letter - 'a'), tag);
                node = Math.max(0, made.child(node, letter - 'a'));
                assertEquals(made.facts(node), read.facts(node), tag);
                assertEquals(made.spelling(node), read.spelling(node), tag);
                int id = WordTable.pairId(made.facts(node));
                assertEquals(made.mostAfter(id), read.mostAfter(id), tag);
                assertEquals(made.mostBefore(id), read.mostBefore(id), tag);
            }
        }
    }

    @Test
    void the_table_holds_what_the_reader_says_of_each_word() throws IOException {
        try (InputStream table = Objects.requireNonNull(WordTable.class.getResourceAsStream("words.bin"))) {
            byte[] bytes = table.readAllBytes();
            assertArrayEquals(
                    bytes,
                    WordTableGenerator.withVerdicts(bytes),
                    "the verdicts in words.bin are old: reckon them again as src/words/README.md says");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-words.tsv", "coarse-words.txt", "combining-forms.txt"})
    void the_table_was_made_from_our_lists_as_they_are(String list) throws IOException {
        Properties manifest = new Properties();
        try (InputStream in = Objects.requireNonNull(WordTable.class.getResourceAsStream("words.properties"))) {
            manifest.load(in);
        }
        byte[] bytes = Files.readAllBytes(Path.of("src", "words", list));
        assertEquals(
                manifest.getProperty("input." + list),
                WordTableGenerator.sha256(bytes),
                "src/words/" + list + " changed: build the table again as src/words/README.md says");
    }
}
