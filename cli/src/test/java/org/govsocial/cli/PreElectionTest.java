package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a workspace knows reaches the rules: the days before an election, names, and the agency's own domains. */
class PreElectionTest {
    private static final String RULE = "toolbox/pre-election";

    @TempDir
    Path workspace;

    @BeforeEach
    void from_the_samples() throws IOException {
        for (String name : new String[] {"govsocial.json", "days.csv", "candidates.csv"}) {
            Files.copy(Path.of("samples/plan", name), workspace.resolve(name));
        }
    }

    private Program run(String... command) throws Exception {
        return Program.run(workspace, path -> true, command);
    }

    @Test
    void a_candidate_is_asked_about_in_the_period_and_only_then() throws Exception {
        Files.writeString(workspace.resolve("posts.jsonl"), """
                {"id":"in","time":"2029-07-20T23:30:00+12:00","text":"Jordan Sample opens the library on Friday."}
                {"id":"after","time":"2029-07-21T00:30:00+12:00","text":"Jordan Sample opens the library on Friday."}
                {"id":"undated","text":"Jordan Sample opens the library on Friday."}
                """);
        Program checked = run("check", "posts.jsonl", "--only", RULE, "--format", "csv");

        assertEquals(ExitCode.DONE, checked.code(), checked.said());
        assertEquals(2, checked.said().split(RULE, -1).length - 1, checked.said());
        assertTrue(checked.said().contains("“Jordan Sample” is on your list"), checked.said());
        assertTrue(checked.said().contains("Example District by-election"), checked.said());
        assertTrue(checked.said().contains("the post has no date"), checked.said());
    }

    @Test
    void planned_posts_are_judged_by_the_day_they_go_out() throws Exception {
        Files.writeString(workspace.resolve("calendar.csv"), """
                id,time,channel,text,state,written by,reviewed by,approved by
                in,2029-07-16 09:00,facebook,Jordan Sample opens the library.,draft,Aroha,,
                before,2029-07-13 09:00,facebook,Jordan Sample opens the library.,draft,Aroha,,
                """);
        Program checked = run("plan", "calendar", "check");
        assertEquals(1, checked.said().split("is on your list", -1).length - 1, checked.said());
    }

    @Test
    void a_short_address_of_the_agency_is_its_own_and_others_are_not() throws Exception {
        Files.writeString(
                workspace.resolve("govsocial.json"),
                "{\"format\": 1, \"agency\": \"Example\", \"shortHosts\": [\"bl.ink\"]}");
        Files.writeString(workspace.resolve("posts.jsonl"), """
                {"id":"own","text":"Apply for a passport: https://bl.ink/passport"}
                {"id":"other","text":"Apply for a passport: https://bit.ly/passport"}
                """);
        Program checked = run("check", "posts.jsonl", "--only", "accessibility/link-shortener", "--format", "csv");

        assertFalse(checked.said().contains("bl.ink"), checked.said());
        assertTrue(checked.said().contains("bit.ly"), checked.said());
    }

    @Test
    void a_mistake_in_the_days_is_told_with_its_place() throws Exception {
        Files.writeString(workspace.resolve("days.csv"), "from,to,kind,name,source\nsoon,,pre-election,By-election,\n");
        Program checked = run("check", "--text", "Kia ora");
        assertEquals(ExitCode.WRONG_INPUT, checked.code(), checked.said());
        assertTrue(checked.said().contains("days.csv:2"), checked.said());
    }

    @Test
    void the_agencys_own_domain_is_official() throws Exception {
        Files.writeString(
                workspace.resolve("plan.json"),
                "{\"format\":1,\"id\":\"p\",\"title\":\"P\",\"public\":{\"officialCopy\":\"https://www.example.org.nz/\"}}");
        assertTrue(run("plan", "check").said().contains("does not look like a government website"));
        Path settings = workspace.resolve("govsocial.json");
        Files.writeString(settings, Files.readString(settings).replace("example.govt.nz", "example.org.nz"));
        Program checked = run("plan", "check");
        assertTrue(checked.said().contains("toolbox/plan-"), checked.said());
        assertFalse(checked.said().contains("does not look like a government website"), checked.said());
    }
}
