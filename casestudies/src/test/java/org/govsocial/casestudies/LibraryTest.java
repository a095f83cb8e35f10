package org.govsocial.casestudies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.govsocial.engine.Guidance;
import org.govsocial.json.PackReader;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.junit.jupiter.api.Test;

/** The cases that ship. */
class LibraryTest {
    private static final CaseLibrary LIBRARY = CaseLibrary.of(Guidance.of(List.of(new CaseStudies())));
    private static final List<String> DOCUMENTS = List.of("planning", "mishap", "accessibility", "casestudies");

    private static String pack() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CaseStudies.class.getResourceAsStream("/META-INF/govsocial/case-studies.pack.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The statements of every document, read from the sources, since documents know nothing of one another. */
    private static Set<Citation> statements() throws IOException {
        var all = new HashSet<Citation>();
        for (String module : DOCUMENTS) {
            Path folder = Path.of("..", module, "src", "main", "resources", "META-INF", "govsocial");
            try (var files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".pack.json")).toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        for (GuidanceDocument document :
                                PackReader.read(file.toString(), in).documents()) {
                            document.statements().forEach(s -> all.add(new Citation(document.id(), s.id())));
                        }
                    }
                }
            }
        }
        assertTrue(all.size() > 400, () -> all.size() + " statements");
        return all;
    }

    @Test
    void every_case_validates_against_the_published_schema() throws IOException {
        var validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        var schema = validator.registerSchema(Files.readString(Path.of("..", "docs", "schema", "pack.schema.json")));
        var result = validator.validate(schema, new Gson().fromJson(pack(), JsonElement.class));
        assertEquals(
                List.of(),
                result.getErrors().stream()
                        .map(e -> e.getInstanceLocation() + ": " + e.getError())
                        .toList());
        assertTrue(LIBRARY.cases().size() >= 45);
    }

    @Test
    void every_case_and_lesson_cites_a_statement_that_exists() throws IOException {
        Set<Citation> statements = statements();
        for (CaseStudy one : LIBRARY.cases()) {
            assertFalse(one.cites().isEmpty(), one.id());
            one.cites().forEach(c -> assertTrue(statements.contains(c), () -> one.id() + " cites " + c));
            for (CaseStudy.Lesson lesson : one.lessons()) {
                assertFalse(lesson.cites().isEmpty(), () -> one.id() + ": " + lesson.text());
                lesson.cites().forEach(c -> assertTrue(statements.contains(c), () -> one.id() + " cites " + c));
            }
        }
    }

    @Test
    void every_case_and_figure_has_a_source_and_the_provenance_of_its_first() {
        for (CaseStudy one : LIBRARY.cases()) {
            assertFalse(one.readings().isEmpty(), one.id());
            var codes = one.readings().stream().map(CaseStudy.Reading::source).toList();
            for (String code : codes) {
                var source = LIBRARY.catalogue().source(code);
                assertTrue(source.isPresent(), () -> one.id() + ": " + code);
                var address = URI.create(source.get().url());
                assertTrue(
                        address.getPath().length() > 1 || address.getQuery() != null,
                        () -> code + " has the address of a website, not of the page that was read: " + address);
            }
            assertEquals(
                    LIBRARY.catalogue().source(codes.get(0)).orElseThrow().provenance(), one.provenance(), one.id());
            one.figures()
                    .forEach(f -> assertTrue(
                            codes.contains(f.source()), () -> one.id() + ": " + f.what() + " from " + f.source()));
        }
    }

    @Test
    void what_the_digest_calls_a_case_is_here() {
        for (int i = 1; i <= 30; i++) {
            assertTrue(LIBRARY.find(String.format(Locale.ROOT, "C-%02d", i)).isPresent());
        }
        for (int i = 1; i <= 12; i++) {
            CaseStudy box =
                    LIBRARY.find(String.format(Locale.ROOT, "TBX-%02d", i)).orElseThrow();
            assertEquals(CaseStudy.Confidence.LOW, box.confidence());
            assertTrue(
                    box.figures().isEmpty()
                            && box.lessons().isEmpty()
                            && box.result().isEmpty(),
                    box.id());
        }
        for (int i = 1; i <= 6; i++) {
            assertTrue(LIBRARY.find(String.format(Locale.ROOT, "m-%02d", i)).isPresent());
        }
    }

    @Test
    void a_case_written_and_read_again_is_the_same() throws IOException {
        for (CaseStudy one : LIBRARY.cases()) {
            assertEquals(one, PackReader.readCase(one.id(), CaseJson.text(one)));
        }
    }
}
