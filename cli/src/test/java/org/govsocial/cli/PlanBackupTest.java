package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanBackupTest {
    private static final String POSTS = "samples/drafts/week-48.jsonl";

    @TempDir
    Path folder;

    @Test
    void a_backup_is_made_and_every_change_to_it_is_found() throws IOException {
        String bag = folder.resolve("bag").toString();

        Run made = Run.of("plan", "backup", "create", POSTS, "--to", bag, "--agency", "Te Puna", "--format", "json");
        assertEquals(ExitCode.DONE, made.code(), made.err());
        JsonObject said = JsonParser.parseString(made.out()).getAsJsonObject();
        assertTrue(said.get("posts").getAsInt() >= 3, made.out());
        assertEquals(64, said.get("seal").getAsString().length());
        assertEquals(ExitCode.DONE, Run.of("plan", "backup", "verify", bag).code());

        Path kept = folder.resolve("bag/data/archive/week-48.jsonl");
        Files.writeString(kept, Files.readString(kept).replace("Tuesday", "Wednesday"));
        Files.writeString(folder.resolve("bag/data/extra.txt"), "extra");
        Files.delete(folder.resolve("bag/data/transcript.txt"));
        Run found = Run.of("plan", "backup", "verify", bag);

        assertEquals(ExitCode.FINDINGS, found.code());
        assertTrue(found.out().startsWith("NOT whole"), found.out());
        for (String line : new String[] {
            "changed  data/archive/week-48.jsonl", "extra    data/extra.txt", "missing  data/transcript.txt"
        }) {
            assertTrue(found.out().contains(line), line + " not in " + found.out());
        }
        Run json = Run.of("plan", "backup", "verify", bag, "--format", "json");
        assertFalse(JsonParser.parseString(json.out())
                .getAsJsonObject()
                .get("whole")
                .getAsBoolean());
    }

    @Test
    void mistakes_are_told_and_nothing_is_written() {
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of(
                                "plan",
                                "backup",
                                "create",
                                "no-such",
                                "--to",
                                folder.resolve("b").toString())
                        .code());
        assertEquals(
                ExitCode.WRONG_INPUT, Run.of("plan", "backup", "create", POSTS).code());
        assertEquals(
                ExitCode.WRONG_INPUT,
                Run.of("plan", "backup", "create", POSTS, "--to", "samples").code());
        Run inside = Run.of("plan", "backup", "create", "samples", "--to", "samples/bag");
        assertEquals(ExitCode.WRONG_INPUT, inside.code());
        assertTrue(inside.err().contains("outside"), inside.err());
        assertFalse(Files.exists(Path.of("samples/bag")));
        Run nothing = Run.of("plan", "backup", "verify", folder.resolve("none").toString());
        assertEquals(ExitCode.WRONG_INPUT, nothing.code());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("plan").code());
        assertEquals(ExitCode.WRONG_INPUT, Run.of("plan", "backup").code());
    }
}
