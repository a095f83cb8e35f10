package org.govsocial.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govsocial.engine.Workspace;
import org.govsocial.model.Plan;
import org.govsocial.model.Platform;
import org.govsocial.model.RuleId;
import org.govsocial.model.WorkspaceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schemas, the readers and the examples in the documentation agree on plans and workspaces. */
class PlanFilesTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path SAMPLES = Path.of("..", "samples", "plan");

    private static String example(String heading) throws IOException {
        String page = Files.readString(DOCS.resolve("formats.md"));
        String section = page.substring(page.indexOf("## " + heading));
        int start = section.indexOf("```json\n") + "```json\n".length();
        return section.substring(start, section.indexOf("\n```", start));
    }

    private static List<String> faults(String schema, String json) throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new GsonNode.Factory())
                .createValidator();
        URI uri = validator.registerSchema(Files.readString(DOCS.resolve("schema/" + schema)));
        return validator.validate(uri, new Gson().fromJson(json, JsonElement.class)).getErrors().stream()
                .map(e -> e.getInstanceLocation() + ": " + e.getError())
                .toList();
    }

    private static Plan plan(String json) throws IOException {
        return PlanReader.read("plan.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static WorkspaceSettings settings(String json) throws IOException {
        return WorkspaceReader.read("govsocial.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(Plan plan) throws IOException {
        var bytes = new ByteArrayOutputStream();
        PlanWriter.write(plan, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_plan_in_the_documentation_is_the_sample_and_every_part_of_it_is_read() throws IOException {
        String json = example("Plans");
        assertEquals(List.of(), faults("plan.schema.json", json));
        Plan plan = plan(json);
        assertEquals(plan(Files.readString(SAMPLES.resolve("plan.json"))), plan);
        assertEquals("reading-together", plan.id());
        assertEquals("active", plan.decision().stage());
        assertEquals(2, plan.aim().objectives().size());
        assertEquals("9 of 10", plan.aim().objectives().get(1).target());
        assertEquals(List.of("social-network"), plan.aim().audiences().get(0).places());
        assertEquals(Platform.FACEBOOK, plan.presence().channels().get(0).platform());
        assertEquals("Library manager", plan.team().signOff().approves());
        assertEquals(3, plan.team().access().size());
        assertEquals(12, plan.team().hoursAWeek().orElseThrow());
        assertEquals(8, plan.watch().replyHours().orElseThrow());
        assertEquals("post", plan.moderation().form());
        assertEquals(9, plan.statements().covers().size());
        assertEquals(18, plan.legal().size());
        assertEquals(Plan.LegalState.NOT_APPLICABLE, plan.legal().get(12).state());
        assertEquals("Information manager", plan.records().owner());
        assertEquals("Mere", plan.accessibility().owner());
        assertEquals(Optional.of(LocalDate.of(2027, 8, 31)), plan.timing().end());
        assertEquals(2, plan.timing().reviews().size());
        assertEquals(List.of("HL-BEN-7"), plan.benefits().get(0).cites());
        assertEquals(9, plan.risks().get(0).likelihood() * plan.risks().get(0).consequence());
        assertEquals(Optional.empty(), plan.actions().get(0).done());
    }

    @Test
    void what_is_written_reads_back_the_same_and_is_valid() throws IOException {
        for (String sample : List.of("plan.json", "thin.json")) {
            Plan plan = plan(Files.readString(SAMPLES.resolve(sample)));
            String json = written(plan);
            assertEquals(plan, plan(json), sample);
            assertEquals(List.of(), faults("plan.schema.json", json), sample);
        }
        Plan empty = Plan.of("empty", "Empty");
        assertEquals(empty, plan(written(empty)));
        assertEquals(List.of(), faults("plan.schema.json", written(empty)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\": \"Reading together\",|\"title\": \" \",|#/title",
                "\"agency\"|\"agenzy\"|#/agenzy",
                "\"format\": 1|\"format\": 2|#/format",
                "\"id\": \"reading-together\"|\"id\": \"Reading\"|#/id",
                "\"purpose\": \"be-informed\"|\"purpose\": \"sell\"|#/aim/purpose",
                "\"LEG-02\"|\"LEG-01\"|#/legal/1",
                "\"LEG-18\"|\"LEG-19\"|#/legal/17/topic",
                "\"2027-08-31\"|\"31 August\"|#/timing/end",
                "\"2027-08-31\"|\"2027-02-30\"|#/timing/end",
                "\"likelihood\": 3|\"likelihood\": 6|#/risks/0/likelihood",
                "\"hoursAWeek\": 45|\"hoursAWeek\": 200|#/watch/hoursAWeek",
                "\"form\": \"post\"|\"form\": \"never\"|#/moderation/form",
            })
    void a_wrong_plan_is_refused_with_its_path(String find, String put, String path) throws IOException {
        String json = Files.readString(SAMPLES.resolve("plan.json"));
        assertTrue(json.contains(find), find);
        int at = json.indexOf(find);
        String wrong = json.substring(0, at) + put + json.substring(at + find.length());
        var e = assertThrows(JsonException.class, () -> plan(wrong));
        assertTrue(e.getMessage().startsWith("plan.json:") && e.getMessage().contains(path), e.getMessage());
        // What the schema cannot see: a topic that stands twice. The calendar it leaves to the reader as well.
        if (!put.equals("\"LEG-01\"") && !put.equals("\"2027-02-30\"")) {
            assertFalse(faults("plan.schema.json", wrong).isEmpty(), "the schema lets it through: " + put);
        }
    }

    @Test
    void the_workspace_in_the_documentation_is_read_whole() throws IOException {
        String json = example("Workspaces");
        assertEquals(List.of(), faults("workspace.schema.json", json));
        WorkspaceSettings settings = settings(json);
        assertEquals(settings(Files.readString(SAMPLES.resolve("govsocial.json"))), settings);
        assertEquals("Example District Libraries", settings.agency());
        assertEquals(List.of("example.govt.nz"), settings.domains());
        assertEquals(List.of("edl.nz"), settings.shortHosts());
        assertEquals(
                new WorkspaceSettings.Account(Platform.X, "exdistlib"),
                settings.accounts().get(1));
        assertEquals("Example District Libraries", settings.acronyms().get("EDL"));
        WorkspaceSettings.Allowance allowance = settings.allowances().get(0);
        assertEquals(Optional.of("#edlreads"), allowance.word());
        assertEquals(Optional.of(RuleId.of("accessibility/hashtag-camel-case")), allowance.rule());
        assertEquals(Optional.of(LocalDate.of(2027, 8, 31)), allowance.until());
        var bytes = new ByteArrayOutputStream();
        WorkspaceReader.write(settings, bytes);
        assertEquals(settings, settings(bytes.toString(StandardCharsets.UTF_8)));
    }

    @Test
    void an_allowance_of_everything_is_refused() {
        var e = assertThrows(
                JsonException.class,
                () -> settings("{\"format\":1,\"agency\":\"A\",\"allowances\":[{\"reason\":\"peace\"}]}"));
        assertTrue(e.getMessage().contains("#/allowances/0"), e.getMessage());
    }

    @Test
    void the_nearest_workspace_above_is_found(@TempDir Path folder) throws IOException {
        assertEquals(Optional.empty(), Workspace.find(folder));
        Path inner = Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(
                folder.resolve("govsocial.json"),
                "{\"format\":1,\"agency\":\"Outer\",\"packs\":[\"packs\"],\"plugins\":[\"jars\"]}");
        Workspace outer = Workspace.find(inner).orElseThrow();
        assertEquals("Outer", outer.settings().agency());
        assertEquals(folder.toAbsolutePath().normalize().resolve("plan.json"), outer.plan());
        assertEquals(2, outer.origins().size());
        Files.writeString(folder.resolve("a/govsocial.json"), "{\"format\":1,\"agency\":\"Inner\"}");
        assertEquals("Inner", Workspace.find(inner).orElseThrow().settings().agency());
    }

    @Test
    void wrong_settings_are_told_with_the_file_as_seen_from_here(@TempDir Path folder) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("drafts"));
        Files.writeString(folder.resolve("govsocial.json"), "{\"format\":1,\n\"agency\":3}");
        var e = assertThrows(JsonException.class, () -> Workspace.find(inner));
        assertTrue(e.getMessage().startsWith("../govsocial.json:2#/agency"), e.getMessage());
    }
}
