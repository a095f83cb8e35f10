package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident in a workspace, by the program as people run it: in a folder, as a process of its own. */
class WorkspaceIncidentTest {
    @TempDir
    Path workspace;

    private static Program run(Path folder, String... command) throws Exception {
        return Program.run(folder, path -> true, command);
    }

    @Test
    void incidents_are_kept_in_the_workspace_and_found_from_below_it() throws Exception {
        Program made = run(workspace, "init", ".", "--agency", "Example Agency");
        assertEquals(ExitCode.DONE, made.code(), made.said());
        Program opened = run(workspace, "mishap", "open", "--title", "Joke on a bad day", "--by", "Aroha");
        assertEquals(ExitCode.DONE, opened.code(), opened.said());
        Path below = Files.createDirectory(workspace.resolve("drafts"));
        Program listed = run(below, "mishap", "list");
        assertTrue(listed.said().contains("open"), listed.said());
        assertTrue(listed.said().contains("Joke on a bad day"), listed.said());

        Program lesson = run(
                below,
                "mishap",
                "lesson",
                "Two people look at jokes",
                "--owner",
                "Moana",
                "--due",
                "2026-01-31",
                "--by",
                "Aroha");
        assertEquals(ExitCode.DONE, lesson.code(), lesson.said());
        Program status = run(below, "plan", "status");
        assertTrue(status.said().contains("lesson: Two people look at jokes"), status.said());
        assertTrue(status.said().contains("Owner: Moana"), status.said());
    }
}
