package org.govsocial.json;

import static org.govsocial.json.StrictObject.day;
import static org.govsocial.json.StrictObject.list;
import static org.govsocial.json.StrictObject.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govsocial.model.Platform;
import org.govsocial.model.RuleId;
import org.govsocial.model.WorkspaceSettings;

/** Reads and writes {@code govsocial.json}; reading is strict, as for packs. */
public final class WorkspaceReader {
    private final JsonInput in;

    private WorkspaceReader(JsonInput in) {
        this.in = in;
    }

    /**
     * Reads settings.
     *
     * @param where the file's name, for messages
     * @param bytes UTF-8; not closed
     * @return the settings
     * @throws JsonException when it is not such a file: where, what and what to do
     * @throws IOException when the bytes cannot be read
     */
    public static WorkspaceSettings read(String where, InputStream bytes) throws IOException {
        JsonInput in = StrictObject.open(where, bytes);
        WorkspaceSettings settings = new WorkspaceReader(in).settings();
        in.end();
        return settings;
    }

    private WorkspaceSettings settings() throws IOException {
        var s = new Object() {
            String agency = "";
            List<String> domains = List.of();
            List<String> shortHosts = List.of();
            List<WorkspaceSettings.Account> accounts = List.of();
            Map<String, String> acronyms = Map.of();
            List<WorkspaceSettings.Allowance> allowances = List.of();
            List<String> packs = List.of();
            List<String> plugins = List.of();
        };
        StrictObject.read(
                in,
                "a workspace",
                List.of("format", "agency"),
                List.of("$schema", "domains", "shortHosts", "accounts", "acronyms", "allowances", "packs", "plugins"),
                key -> {
                    switch (key) {
                        case "$schema" -> text(in); // for the author's editor
                        case "format" -> StrictObject.format(in, "A workspace");
                        case "agency" -> s.agency = text(in);
                        case "domains" -> s.domains = list(in, this::host);
                        case "shortHosts" -> s.shortHosts = list(in, this::host);
                        case "accounts" -> s.accounts = list(in, this::account);
                        case "acronyms" -> s.acronyms = acronyms();
                        case "allowances" -> s.allowances = list(in, this::allowance);
                        case "packs" -> s.packs = list(in, this::path);
                        default -> s.plugins = list(in, this::path);
                    }
                });
        return WorkspaceSettings.of(s.agency)
                .withDomains(s.domains, s.shortHosts)
                .withAccounts(s.accounts)
                .withAcronyms(s.acronyms)
                .withAllowances(s.allowances)
                .withGuidance(s.packs, s.plugins);
    }

    private String host() throws IOException {
        String host = text(in).toLowerCase(Locale.ROOT);
        boolean good = host.indexOf('.') > 0 && !host.endsWith(".");
        for (int i = 0; i < host.length() && good; i++) {
            good = Character.isLetterOrDigit(host.charAt(i)) || host.charAt(i) == '-' || host.charAt(i) == '.';
        }
        if (!good) {
            throw in.error("\"" + host + "\" is not a domain.", "Write for example \"example.govt.nz\".");
        }
        return host;
    }

    private WorkspaceSettings.Account account() throws IOException {
        var a = new Object() {
            Platform platform = Platform.ANY;
            String handle = "";
        };
        StrictObject.read(in, "an account", List.of("platform", "handle"), List.of(), key -> {
            if (key.equals("platform")) {
                a.platform = platform();
            } else {
                a.handle = text(in);
            }
        });
        return new WorkspaceSettings.Account(a.platform, a.handle.startsWith("@") ? a.handle.substring(1) : a.handle);
    }

    private Platform platform() throws IOException {
        String id = text(in);
        try {
            return Platform.named(id);
        } catch (IllegalArgumentException e) {
            throw in.error("\"" + id + "\" is not a platform id.", "Write for example \"x\" or \"mastodon\".");
        }
    }

    private Map<String, String> acronyms() throws IOException {
        var acronyms = new LinkedHashMap<String, String>();
        in.beginObject();
        while (in.hasNext()) {
            String acronym = in.name();
            if (acronym.isBlank()) {
                throw in.error("There is no acronym here.", "Write it before the colon.");
            }
            acronyms.put(acronym, text(in));
        }
        in.endObject();
        return acronyms;
    }

    private WorkspaceSettings.Allowance allowance() throws IOException {
        var a = new Object() {
            Optional<String> word = Optional.empty();
            Optional<RuleId> rule = Optional.empty();
            Optional<Platform> platform = Optional.empty();
            String reason = "";
            Optional<LocalDate> until = Optional.empty();
        };
        StrictObject.read(in, "an allowance", List.of("reason"), List.of("word", "rule", "platform", "until"), key -> {
            switch (key) {
                case "reason" -> a.reason = text(in);
                case "word" -> a.word = Optional.of(text(in));
                case "rule" -> a.rule = Optional.of(rule());
                case "platform" -> a.platform = Optional.of(platform());
                default -> a.until = Optional.of(day(in));
            }
        });
        if (a.word.isEmpty() && a.rule.isEmpty()) {
            throw in.error("This would allow everything.", "Name a \"word\", a \"rule\" or both.");
        }
        return new WorkspaceSettings.Allowance(a.word, a.rule, a.platform, a.reason, a.until);
    }

    private RuleId rule() throws IOException {
        String id = text(in);
        try {
            return RuleId.of(id);
        } catch (IllegalArgumentException e) {
            throw in.error(
                    "\"" + id + "\" is not a rule id.", "Write it as \"govsocial rules\" lists it: document/rule.");
        }
    }

    private String path() throws IOException {
        String path = text(in);
        if (path.indexOf('\0') >= 0) {
            throw in.error("This cannot be a path.", "Write a folder or file relative to the workspace.");
        }
        return path;
    }

    /**
     * Writes settings. What is written reads back the same.
     *
     * @param settings what to write
     * @param target takes the JSON in UTF-8; flushed, not closed
     * @throws IOException when it cannot be written
     */
    public static void write(WorkspaceSettings settings, OutputStream target) throws IOException {
        JsonOutput out = JsonOutput.indented(target);
        out.beginObject().member("format", 1).member("agency", settings.agency());
        texts(out, "domains", settings.domains());
        texts(out, "shortHosts", settings.shortHosts());
        out.name("accounts").beginArray();
        for (WorkspaceSettings.Account account : settings.accounts()) {
            out.beginObject()
                    .member("platform", account.platform().id())
                    .member("handle", account.handle())
                    .endObject();
        }
        out.endArray().name("acronyms").beginObject();
        for (Map.Entry<String, String> acronym : settings.acronyms().entrySet()) {
            out.member(acronym.getKey(), acronym.getValue());
        }
        out.endObject().name("allowances").beginArray();
        for (WorkspaceSettings.Allowance allowance : settings.allowances()) {
            out.beginObject();
            optional(out, "word", allowance.word());
            optional(out, "rule", allowance.rule());
            optional(out, "platform", allowance.platform());
            out.member("reason", allowance.reason());
            optional(out, "until", allowance.until());
            out.endObject();
        }
        out.endArray();
        texts(out, "packs", settings.packs());
        texts(out, "plugins", settings.plugins());
        out.endObject().endLine();
        out.flush();
    }

    private static void optional(JsonOutput out, String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            out.member(name, value.get().toString());
        }
    }

    private static void texts(JsonOutput out, String name, List<String> texts) throws IOException {
        out.name(name).beginArray();
        for (String text : texts) {
            out.value(text);
        }
        out.endArray();
    }
}
