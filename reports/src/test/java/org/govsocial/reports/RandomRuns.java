package org.govsocial.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.govsocial.model.Adjustment;
import org.govsocial.model.CaseStudy;
import org.govsocial.model.Edit;
import org.govsocial.model.Finding;
import org.govsocial.model.Fix;
import org.govsocial.model.Media;
import org.govsocial.model.Modality;
import org.govsocial.model.Outcome;
import org.govsocial.model.Place;
import org.govsocial.model.Platform;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.Provenance;
import org.govsocial.model.RuleFailure;
import org.govsocial.model.RuleId;
import org.govsocial.model.Severity;
import org.govsocial.model.Subject;
import org.govsocial.model.TextAlternative;
import org.govsocial.spi.Location;

/** Runs made from a seed, with hostile text in every field that a stranger can fill. */
final class RandomRuns {
    /** Text that attacks a browser, a terminal, a spreadsheet, a build server, a reader of Markdown, or a reader. */
    static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "</style><svg/onload=alert(1)>",
            "javascript:alert(1)",
            "<!--",
            "-->",
            "]]>",
            "&#x3c;script&#x3e;",
            "</textarea><iframe src=//evil.example>",
            "[click](javascript:alert(1))",
            "![x](https://evil.example/x.png)",
            "`` ` ``",
            "| a | b |",
            "@someone #1",
            "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
            "\u001b]0;title\u0007",
            "\u001b[2J\u001b[1;1H",
            "\u009b31m",
            "over\rwritten",
            "\u0000\u0008\u007f",
            "=1+1",
            "+1",
            "-1+1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\uff1d1",
            "\uff0b1",
            "\uff0d1",
            "\uff201",
            "=HYPERLINK(\"https://evil.example\";\"x\")",
            "\u202eevil\u202c",
            "\u2066a\u2069",
            "שלום עולם",
            "\u200f",
            "line\u2028break",
            "::error::x",
            "%0A::stop-commands::x",
            "\n::error::x",
            "\ud800",
            "\udc00x",
            "👩\u200d👩\u200d👧 whānau",
            "wha\u0304nau",
            "日本語",
            "",
            "a,b;\"c\"",
            "../../etc/passwd",
            "must not be shown as a \"duty\"");

    static final List<String> INPUTS = List.of(
            "posts.jsonl",
            "drafts/one two.txt",
            "-",
            "a:b.csv",
            "/home/someone/secret/posts.json",
            "C:\\Users\\x\\p.csv",
            "māori/%41.md",
            "../x/y.zip");

    private final Random random;

    RandomRuns(long seed) {
        this.random = new Random(seed);
    }

    TestCatalogue catalogue() {
        return TestCatalogue.of(
                text(),
                text(),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Adjustment(
                                "pack", rule(), Severity.NOTE, Map.of("limit", 3), random.nextBoolean(), text())),
                text());
    }

    Run run() {
        var run = new Run();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Subject subject = subject(i);
            var findings = new ArrayList<Finding>();
            for (int n = random.nextInt(5); n > 0; n--) {
                findings.add(finding(subject));
            }
            List<RuleFailure> failures = random.nextInt(5) > 0
                    ? List.of()
                    : List.of(new RuleFailure(rule(), text(), text(), text(), text()));
            run.add(
                    new Location(
                            pick(INPUTS) + (random.nextInt(4) == 0 ? text() : ""),
                            random.nextInt(3),
                            random.nextBoolean() ? "" : "/items/" + i + text()),
                    subject,
                    findings,
                    failures);
        }
        for (int n = random.nextInt(3); n > 0; n--) {
            run.problems.add(new Problem(text(), text(), text()));
            run.skipped.put(text(), 2L);
        }
        return run;
    }

    private Subject subject(int i) {
        if (random.nextInt(10) == 0) {
            return CaseStudy.of("case" + text(), text());
        }
        var post = Post.of(i + text(), text() + " " + text() + "\n" + text());
        for (int n = random.nextInt(3); n > 0; n--) {
            var media = new ArrayList<>(post.media());
            media.add(Media.of(Media.Kind.IMAGE, TextAlternative.of(text())));
            post = post.withMedia(media);
        }
        return random.nextBoolean() ? post : post.withLanguage(Locale.forLanguageTag("mi"));
    }

    private Finding finding(Subject subject) {
        String field = random.nextInt(4) > 0 ? "/text" : "/media/" + random.nextInt(2) + "/alt";
        String text = subject instanceof Post post ? post.textAt(field) : null;
        Place place;
        List<Fix> fixes = List.of();
        if (text == null || random.nextInt(4) == 0) {
            place = new Place(field, -1, -1);
        } else {
            int start = random.nextInt(text.length() + 1);
            int end = start + random.nextInt(text.length() - start + 1);
            place = new Place(field, start, end);
            if (random.nextBoolean()) {
                fixes = List.of(new Fix(random.nextBoolean(), List.of(new Edit(field, start, end, text()))));
            }
        }
        return new Finding(
                rule(),
                pick(List.of(Severity.values())),
                random.nextBoolean() ? Outcome.FAILED : Outcome.CANT_TELL,
                pick(List.of("lower-case", "other", "unknown")),
                Map.of("tag", text()),
                place,
                fixes,
                random.nextBoolean() ? List.of(Platform.X) : List.of(Platform.FACEBOOK, Platform.X),
                "0123456789abcdef0123456789abcdef");
    }

    private RuleId rule() {
        return random.nextInt(20) == 0
                ? RuleId.of("gone/rule")
                : TestCatalogue.rule(pick(List.of(Modality.values())), pick(List.of(Provenance.values())));
    }

    String text() {
        return pick(HOSTILE) + (random.nextBoolean() ? "" : " " + pick(HOSTILE));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
