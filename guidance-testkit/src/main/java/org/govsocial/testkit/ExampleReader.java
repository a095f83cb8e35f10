package org.govsocial.testkit;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govsocial.json.JsonInput;
import org.govsocial.json.PlanReader;
import org.govsocial.model.Account;
import org.govsocial.model.Agency;
import org.govsocial.model.Media;
import org.govsocial.model.Outcome;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Profile;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a rule, strictly: an unknown key is an error. */
final class ExampleReader {
    private final RuleId rule;
    private final JsonInput in;
    private final List<RuleExample> examples = new ArrayList<>();

    ExampleReader(RuleId rule, String json) {
        this.rule = rule;
        this.in = JsonInput.of(rule.name() + ".examples.json", json).strictKeys(true);
    }

    List<RuleExample> read() throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            boolean pass = key.equals("pass");
            if (!pass && !key.equals("fail")) {
                throw unknown(key, "pass, fail");
            }
            in.beginArray();
            while (in.hasNext()) {
                RuleExample example = example();
                if (example.passes() != pass) {
                    throw in.error(
                            pass
                                    ? "An example that passes lists findings."
                                    : "An example that fails lists no findings.",
                            "Move it, or correct its findings.");
                }
                examples.add(example);
            }
            in.endArray();
        }
        in.endObject();
        return examples;
    }

    private RuleExample example() throws IOException {
        String text = "";
        String why = "";
        Platform platform = Platform.ANY;
        Post.Kind kind = Post.Kind.ORIGINAL;
        @Nullable Locale language = null;
        Account account = Account.UNKNOWN;
        boolean unregistered = false;
        List<Media> media = new ArrayList<>();
        List<RuleExample.Expected> findings = new ArrayList<>();
        @Nullable Subject other = null;
        @Nullable Instant time = null;
        Agency agency = Agency.UNKNOWN;
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            switch (key) {
                case "plan" -> other = PlanReader.read(in);
                case "profile" -> other = profile();
                case "agency" -> agency = agency();
                case "time" -> time = moment();
                case "text" -> text = in.string();
                case "why" -> why = in.string();
                case "platform" -> platform = Platform.named(in.string());
                case "author" -> account = Account.of(in.string()).withPlanned(account.planned());
                case "planned" -> account = account.withPlanned(in.string());
                case "unregistered" -> unregistered = in.bool();
                case "kind" -> kind = choice(Post.Kind.class, in.string());
                case "language" -> language = Locale.forLanguageTag(in.string());
                case "media" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        media.add(medium());
                    }
                    in.endArray();
                }
                case "findings" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        findings.add(expected());
                    }
                    in.endArray();
                }
                default ->
                    throw unknown(
                            key,
                            "text, why, platform, author, planned, unregistered, kind, language, time, media, agency,"
                                    + " findings");
            }
        }
        in.endObject();
        Post post = Post.of("example", text)
                .withPlatform(platform)
                .withAccount(unregistered ? account.asUnregistered() : account)
                .withKind(kind)
                .withTime(time)
                .withLanguage(language)
                .withMedia(media);
        return new RuleExample(rule, examples.size() + 1, other == null ? post : other, agency, why, findings);
    }

    private Agency agency() throws IOException {
        List<String> domains = new ArrayList<>();
        List<Agency.Election> elections = new ArrayList<>();
        List<String> candidates = new ArrayList<>();
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            in.beginArray();
            while (in.hasNext()) {
                switch (key) {
                    case "domains" -> domains.add(in.string());
                    case "elections" -> elections.add(election());
                    case "candidates" -> candidates.add(in.string());
                    default -> throw unknown(key, "domains, elections, candidates");
                }
            }
            in.endArray();
        }
        in.endObject();
        return Agency.UNKNOWN.withDomains(domains).withElections(elections, candidates);
    }

    private Agency.Election election() throws IOException {
        String name = "";
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            switch (key) {
                case "name" -> name = in.string();
                case "from" -> from = moment();
                case "until" -> until = moment();
                default -> throw unknown(key, "name, from, until");
            }
        }
        in.endObject();
        return new Agency.Election(name, from, until);
    }

    private Instant moment() throws IOException {
        String written = in.string();
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException e) {
            throw in.error("\"" + written + "\" is not a time.", "Write it as 2026-11-22T14:05:00+13:00.");
        }
    }

    private Profile profile() throws IOException {
        Platform platform = Platform.ANY;
        Account account = Account.UNKNOWN;
        String bio = "";
        List<URI> links = new ArrayList<>();
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            switch (key) {
                case "platform" -> platform = Platform.named(in.string());
                case "handle" -> account = Account.of(in.string()).withName(account.name());
                case "name" -> account = account.withName(in.string());
                case "bio" -> bio = in.string();
                case "links" -> {
                    in.beginArray();
                    while (in.hasNext()) {
                        links.add(URI.create(in.string()));
                    }
                    in.endArray();
                }
                default -> throw unknown(key, "platform, handle, name, bio, links");
            }
        }
        in.endObject();
        return Profile.of("example", platform, account).withBio(bio).withLinks(links);
    }

    private Media medium() throws IOException {
        return new ExampleMedia(in).read();
    }

    private RuleExample.Expected expected() throws IOException {
        String messageKey = "";
        Outcome outcome = Outcome.FAILED;
        @Nullable Severity severity = null;
        String field = "/text";
        @Nullable String at = null;
        int nth = 1;
        Map<String, String> args = new LinkedHashMap<>();
        @Nullable String fixed = null;
        @Nullable Boolean safe = null;
        in.beginObject();
        while (in.hasNext()) {
            String key = in.name();
            switch (key) {
                case "key" -> messageKey = in.string();
                case "outcome" -> outcome = choice(Outcome.class, in.string());
                case "severity" -> severity = choice(Severity.class, in.string());
                case "field" -> field = in.string();
                case "at" -> at = in.string();
                case "nth" -> nth = in.integer();
                case "fixed" -> fixed = in.string();
                case "safe" -> safe = in.bool();
                case "args" -> {
                    in.beginObject();
                    while (in.hasNext()) {
                        args.put(in.name(), in.kind() == JsonInput.Kind.NUMBER ? in.numberText() : in.string());
                    }
                    in.endObject();
                }
                default -> throw unknown(key, "key, outcome, severity, field, at, nth, fixed, safe, args");
            }
        }
        in.endObject();
        return new RuleExample.Expected(messageKey, outcome, severity, field, at, nth, args, fixed, safe);
    }

    private <E extends Enum<E>> E choice(Class<E> type, String name) throws IOException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw in.error("\"" + name + "\" is not known here.", "Use one of " + List.of(type.getEnumConstants()) + ".");
    }

    private IOException unknown(String key, String known) {
        return in.error("The key \"" + key + "\" is not known here.", "Use one of: " + known + ".");
    }
}
