package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.engine.Intake;
import org.govsocial.engine.Workspace;
import org.govsocial.model.Account;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.WorkspaceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisteredAccountsTest {
    private static final String HEADER = "channel,handle,owner,deputy,recovery contact,multi-factor,last access review,"
            + "connected tools,link,closure plan\n";

    @TempDir
    Path folder;

    private Workspace workspace(String register, String... handles) throws Exception {
        Files.writeString(folder.resolve("accounts.csv"), register);
        return new Workspace(
                folder,
                WorkspaceSettings.of("Example")
                        .withAccounts(List.of(handles).stream()
                                .map(handle -> new WorkspaceSettings.Account(Platform.X, handle))
                                .toList()));
    }

    private static Intake intake(Workspace workspace) {
        return RegisteredAccounts.of(workspace, problem -> {
            throw new AssertionError(problem);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "example_library, false",
        "@Example_Library, false",
        "example_parks, false",
        "example@social.example, false",
        "mere_at_home, true",
        "example_library_events, true",
        "Mere Tamati, false",
        "'', false",
    })
    void a_handle_that_neither_register_nor_settings_hold_is_marked(String author, boolean unregistered)
            throws Exception {
        Intake intake =
                intake(workspace(HEADER + "X,@example_library\nMastodon,@example@social.example\n", "example_parks"));
        Post post = Post.of("1", "Kia ora").withAccount(Account.of(author));
        assertEquals(unregistered, intake.completed(post).account().unregistered());
    }

    @Test
    void nothing_is_marked_where_no_handle_is_known() throws Exception {
        assertSame(Intake.ALL, intake(workspace(HEADER + "X,\n")));
        Files.delete(folder.resolve("accounts.csv"));
        assertSame(Intake.ALL, intake(new Workspace(folder, WorkspaceSettings.of("Example"))));
    }

    @Test
    void a_register_that_cannot_be_read_is_told() throws Exception {
        var problems = new ArrayList<Problem>();
        assertSame(Intake.ALL, RegisteredAccounts.of(workspace("handle\nx\n", "example_parks"), problems::add));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).where().contains("accounts.csv"), problems.toString());
    }

    @Test
    void check_warns_in_a_workspace_with_a_register_and_only_there() throws Exception {
        String posts = """
                {"id":"1","text":"The library opens at ten.","author":"@example_library"}
                {"id":"2","text":"The library opens at ten.","author":"@mere_at_home"}
                {"id":"3","text":"The library opens at ten.","author":"@mere_at_home","planned":"example_library"}
                {"id":"4","text":"The library opens at ten."}
                """;
        Files.writeString(folder.resolve("posts.jsonl"), posts);
        Files.writeString(folder.resolve("accounts.csv"), HEADER + "X,@example_library\n");
        String[] check = {"check", "posts.jsonl", "--only", "other-account"};
        Program alone = Program.run(folder, path -> true, check);
        assertEquals(0, alone.code(), alone.said());
        assertFalse(alone.said().contains("register of accounts"), alone.said());
        assertTrue(alone.said().contains("4 checked: 0 failed, 1 for a person to decide"), alone.said());

        Files.writeString(folder.resolve("govsocial.json"), "{\"format\":1,\"agency\":\"Example\"}");
        Program inside = Program.run(folder, path -> true, check);
        assertEquals(0, inside.code(), inside.said());
        assertTrue(inside.said().contains("from @mere_at_home, which is not in your register"), inside.said());
        assertTrue(inside.said().contains("but was planned for @example_library"), inside.said());
        assertTrue(inside.said().contains("4 checked: 0 failed, 2 for a person to decide"), inside.said());

        Files.writeString(folder.resolve("accounts.csv"), "handle\n@example_library\n");
        Program broken = Program.run(folder, path -> true, check);
        assertEquals(ExitCode.INCOMPLETE, broken.code(), broken.said());
        assertTrue(broken.said().contains("accounts.csv:1"), broken.said());
        assertTrue(broken.said().contains("4 checked: 0 failed, 1 for a person to decide"), broken.said());
    }
}
