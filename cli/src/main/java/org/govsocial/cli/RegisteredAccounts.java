package org.govsocial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Inputs;
import org.govsocial.engine.Intake;
import org.govsocial.engine.Workspace;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.spi.InputException;

/**
 * Marks posts that go out from an account which the workspace knows nothing of. Platforms are not compared: the register
 * calls channels by whatever name people use.
 *
 * @param handles of the workspace's accounts, as {@link #plain} gives them
 */
record RegisteredAccounts(Set<String> handles) implements Intake {
    RegisteredAccounts {
        handles = Set.copyOf(handles);
    }

    /** Reads the handles in the settings and the register; without any, every post stays as it is. */
    static Intake of(Workspace workspace, Consumer<Problem> problems) {
        var handles = new HashSet<String>();
        workspace.settings().accounts().forEach(account -> handles.add(plain(account.handle())));
        Path register = workspace.accounts();
        if (Files.isRegularFile(register)) {
            String shown = Path.of("").toAbsolutePath().relativize(register).toString();
            try (InputStream bytes = Files.newInputStream(register)) {
                AccountRegister.read(shown, bytes)
                        .entries()
                        .forEach(entry -> handles.add(plain(entry.account().handle())));
            } catch (InputException e) {
                problems.accept(e.problem());
                return Intake.ALL;
            } catch (IOException e) {
                problems.accept(Inputs.unreadable(shown, e));
                return Intake.ALL;
            }
        }
        handles.remove("");
        return handles.isEmpty() ? Intake.ALL : new RegisteredAccounts(handles);
    }

    @Override
    public Post completed(Post post) {
        String handle = plain(post.account().handle());
        boolean isHandle = !handle.isEmpty() && handle.indexOf(' ') < 0; // else it is the name of a person or a page
        return isHandle && !handles.contains(handle)
                ? post.withAccount(post.account().asUnregistered())
                : post;
    }

    /** In small letters; on Mastodon the name alone, since people leave the server out. */
    private static String plain(String handle) {
        String bare = handle.strip().toLowerCase(Locale.ROOT);
        String name = bare.startsWith("@") ? bare.substring(1) : bare;
        int server = name.indexOf('@');
        return server < 0 ? name : name.substring(0, server);
    }
}
