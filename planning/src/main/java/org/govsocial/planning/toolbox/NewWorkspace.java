package org.govsocial.planning.toolbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.govsocial.csv.AccountRegister;
import org.govsocial.engine.Workspace;
import org.govsocial.json.PlanWriter;
import org.govsocial.model.Plan;
import org.govsocial.model.WorkspaceSettings;
import org.govsocial.planning.calendar.ContentCalendar;

/** The workspace of an agency that starts: settings, a plan to fill in, and registers with their headers. */
public final class NewWorkspace {
    /** The header of {@code decisions.csv}. */
    private static final String DECISIONS = "fingerprint,verdict,who,when,why,until\n";

    private NewWorkspace() {}

    /**
     * Makes it: all of it or nothing, and never in place of something that is there.
     *
     * @param folder made when it does not exist
     * @param settings what the agency says once for all its work
     * @param title what the first plan is called
     * @return the workspace
     * @throws java.nio.file.FileAlreadyExistsException when a file of such a name is there already
     * @throws IOException when it cannot be made
     */
    public static Workspace create(Path folder, WorkspaceSettings settings, String title) throws IOException {
        var channels = new ArrayList<Plan.Channel>();
        var rows = new StringBuilder(header());
        for (WorkspaceSettings.Account account : settings.accounts()) {
            channels.add(new Plan.Channel(account.platform(), account.handle(), ""));
            rows.append(account.platform()).append(',').append(cell(account.handle()));
            rows.append(",".repeat(AccountRegister.COLUMNS.size() + AccountRegister.PROFILE_COLUMNS.size() - 2));
            rows.append('\n');
        }
        Plan plan = PlanDraft.empty(id(title), title, settings.agency())
                .withPresence(new Plan.Presence(List.of(), channels));
        var bytes = new ByteArrayOutputStream();
        PlanWriter.write(plan, bytes);
        var files = new LinkedHashMap<String, byte[]>();
        files.put("plan.json", bytes.toByteArray());
        files.put("accounts.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        files.put("calendar.csv", calendar().getBytes(StandardCharsets.UTF_8));
        files.put("decisions.csv", DECISIONS.getBytes(StandardCharsets.UTF_8));
        return Workspace.create(folder, settings, files);
    }

    private static String calendar() {
        return String.join(",", ContentCalendar.COLUMNS) + "," + String.join(",", ContentCalendar.MORE_COLUMNS) + "\n";
    }

    private static String header() {
        return String.join(",", AccountRegister.COLUMNS) + "," + String.join(",", AccountRegister.PROFILE_COLUMNS)
                + "\n";
    }

    private static String cell(String text) {
        return text.matches("[\\p{L}\\p{N}_. -]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /**
     * Makes an id of a title.
     *
     * @param title in words
     * @return lower-case letters, digits and single hyphens; {@code "plan"} when nothing of the title can stand in an id
     */
    public static String id(String title) {
        String plain = java.text.Normalizer.normalize(title, java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT);
        var id = new StringBuilder();
        for (int i = 0; i < plain.length() && id.length() < 60; i++) {
            char c = plain.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                id.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !id.isEmpty()
                    && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        while (!id.isEmpty() && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        return id.isEmpty() ? "plan" : id.toString();
    }
}
