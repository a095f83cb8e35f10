package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins that fail, as jars: each is named with a next step, and nothing is lost for the others. */
class FailingPluginsTest {
    private static final String EMOJI = "Kia ora \uD83D\uDE00\uD83D\uDE00";

    private static final String PACK = """
            {"format": 1, "id": "%1$s", "version": "1", "title": "T", "maintainer": "M",
             "documents": [{"id": "%1$s", "title": "T", "audience": "A", "sections": [{"id": "S-%2$s", "title": "S"}],
               "statements": [{"id": "T-%2$s", "section": "S-%2$s", "text": "Do.", "modality": "SHOULD",
                 "provenance": "PROJECT", "source": "PROJECT", "checked": "2026-11-22"}]}]}
            """;

    private static final String PLUGIN = """
            package stranger.%1$s;
            import java.util.List;
            import org.govsocial.model.*;
            import org.govsocial.spi.*;
            public final class Plugin implements GuidancePlugin {
                public PluginInfo info() {
                    return new PluginInfo("%1$s", "1.0", %2$s, "Keeper of %1$s", "%1$s@example.nz");
                }
                public List<java.net.URL> packs() { return List.of(resource("/%1$s.pack.json")); }
                public List<Rule> rules() { return List.of(new TheRule()); }
                static final class TheRule implements PostRule {
                    public RuleInfo info() {
                        return RuleInfo.of("%1$s/rule", new Citation("%1$s", "T-%4$s"), "A rule.")
                                .withMessage("found", Severity.NOTE, "Found by %1$s.");
                    }
                    public void check(PostFeatures post, Findings out) { %3$s }
                }
            }
            """;

    @TempDir
    Path folder;

    private Path plugins;

    @BeforeEach
    void a_good_plug_in_is_there() throws IOException {
        plugins = Files.createDirectory(folder.resolve("plugins"));
        jar("good", "API_LEVEL", "out.fail(\"found\");", Map.of());
    }

    @Test
    void the_good_one_alone_works() {
        Run run = check();
        assertEquals(0, run.code(), run.toString());
        assertEquals("", run.err());
        assertTrue(run.out().contains("good/rule"));
    }

    @Test
    void a_rule_that_throws_leaves_its_posts_untested() throws IOException {
        jar(
                "throwing",
                "API_LEVEL",
                "java.util.regex.Pattern.compile(\"(.)\\\\1{3,}\", java.util.regex.Pattern.CASE_INSENSITIVE)"
                        + ".matcher(post.post().text()).find(); throw new IllegalStateException(\"on purpose\");",
                Map.of());
        Run run = check();
        assertEquals(3, run.code(), run.toString());
        assertTrue(run.err().contains("throwing/rule"), run.err());
        assertTrue(run.err().contains("Keeper of throwing") && run.err().contains("throwing@example.nz"), run.err());
        assertTrue(run.err().contains("--skip throwing/rule"), "a next step: " + run.err());
        assertTrue(run.out().contains("good/rule"), "the others go on");
        Run skipped = check("--skip", "throwing/rule");
        assertEquals(0, skipped.code(), "the next step works: " + skipped);
    }

    @Test
    void the_jdk_pattern_that_fails_on_emoji_is_caught() throws IOException {
        jar(
                "pattern",
                "API_LEVEL",
                "if (java.util.regex.Pattern.compile(\"(.)\\\\1{3,}\", java.util.regex.Pattern.CASE_INSENSITIVE)"
                        + ".matcher(post.post().text()).find()) { out.fail(\"found\"); }",
                Map.of());
        Run run = check();
        // JDK 17 throws here, later ones may not: it is a failure of the rule or a finding, never a silent pass.
        boolean failed = run.code() == 3
                && run.err().contains("pattern/rule")
                && run.err().contains("Keeper of pattern");
        boolean found = run.code() == 0 && run.out().contains("Found by pattern");
        assertTrue(failed || found, run.toString());
        if (Runtime.version().feature() == 17) {
            assertTrue(failed, run.toString());
        }
    }

    @Test
    void one_that_lacks_a_class_is_named() throws IOException {
        Map<String, String> helper = Map.of(
                "stranger.lacks.Words",
                "package stranger.lacks; public class Words { public static boolean bad(String s) { return false; } }");
        jar("lacks", "API_LEVEL", "if (stranger.lacks.Words.bad(post.post().text())) { out.fail(\"found\"); }", helper);
        drop(plugins.resolve("lacks.jar"), "stranger/lacks/Words.class");
        Run run = check();
        assertEquals(3, run.code(), run.toString());
        assertTrue(run.err().contains("lacks") && run.err().contains("stranger/lacks/Words"), run.err());
        assertTrue(run.out().contains("good/rule"));
        assertFalse(run.out().contains("\"outcome\":\"PASSED\""), "a post that a rule did not finish has not passed");
    }

    @Test
    void one_for_a_newer_level_is_refused_by_name() throws IOException {
        jar("newer", "2", "out.fail(\"found\");", Map.of());
        Run run = check();
        assertEquals(3, run.code(), run.toString());
        assertTrue(run.err().contains("\"newer\"") && run.err().contains("level 2"), run.err());
        assertTrue(run.err().contains("Keeper of newer"), run.err());
        assertTrue(run.out().contains("good/rule"));
        assertFalse(run.out().contains("Found by newer"));
    }

    @Test
    void a_corrupt_jar_is_named() throws IOException {
        Files.writeString(plugins.resolve("corrupt.jar"), "PK\u0003\u0004 this is no jar");
        Run run = check();
        assertEquals(3, run.code(), run.toString());
        assertTrue(run.err().contains("corrupt.jar") && run.err().contains("Copy it again"), run.err());
        assertTrue(run.out().contains("good/rule"));
        Run verify = Run.of("plugins", "verify", "--plugins", plugins.toString());
        assertEquals(3, verify.code(), verify.toString());
        assertTrue(verify.out().contains("good 1.0"), verify.out());
        Run list = Run.of("plugins", "list", "--plugins", plugins.toString());
        assertEquals(0, list.code(), "a list is a list");
    }

    @Test
    void no_report_reads_as_compliant_because_a_rule_failed() throws IOException {
        jar("throwing", "API_LEVEL", "throw new IllegalStateException(\"on purpose\");", Map.of());
        String[] clean = {
            "check", "--text", "The library is open.", "--only", "throwing/rule", "--plugins", plugins.toString()
        };
        int formats = 0;
        for (String format : List.of("text", "json", "jsonl", "sarif", "html", "junit", "csv", "md")) {
            var args = new java.util.ArrayList<>(List.of(clean));
            args.addAll(List.of("--format", format));
            Run run = Run.of(args.toArray(String[]::new));
            assertEquals(3, run.code(), format + ": " + run);
            assertTrue(
                    (run.out() + run.err()).contains("throwing/rule"),
                    format + " does not say which rule did not finish: " + run);
            formats++;
        }
        assertEquals(8, formats);
        Run json = Run.of(clean[0], clean[1], clean[2], clean[3], clean[4], clean[5], clean[6], "--format", "json");
        assertTrue(json.out().contains("\"untested\":1") && json.out().contains("\"passed\":0"), json.out());
    }

    private Run check(String... more) {
        var args = new java.util.ArrayList<>(List.of(
                "check", "--text", EMOJI, "--format", "json", "--plugins", plugins.toString(), "--fail-on", "never"));
        args.addAll(List.of("--skip", "emoji-repeated"));
        if (more.length > 0) {
            args.set(args.size() - 1, args.get(args.size() - 1) + "," + more[1]);
        }
        return Run.of(args.toArray(String[]::new));
    }

    private void jar(String name, String level, String check, Map<String, String> others) throws IOException {
        var sources = new TreeMap<>(others);
        sources.put(
                "stranger." + name + ".Plugin", PLUGIN.formatted(name, level, check, name.toUpperCase(Locale.ROOT)));
        Path classes = Files.createTempDirectory(folder, "classes");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Source> units = sources.entrySet().stream()
                .map(e -> new Source(e.getKey(), e.getValue()))
                .toList();
        boolean compiled = compiler.getTask(
                        null,
                        null,
                        null,
                        List.of(
                                "-d",
                                classes.toString(),
                                "-proc:none",
                                "-classpath",
                                System.getProperty("java.class.path")),
                        null,
                        units)
                .call();
        assertTrue(compiled, "the plug-in compiles");
        try (OutputStream file = Files.newOutputStream(plugins.resolve(name + ".jar"));
                var out = new JarOutputStream(file);
                var all = Files.walk(classes)) {
            for (Path one : all.filter(Files::isRegularFile).sorted().toList()) {
                entry(out, classes.relativize(one).toString().replace('\\', '/'), Files.readAllBytes(one));
            }
            entry(
                    out,
                    "META-INF/services/org.govsocial.spi.GuidancePlugin",
                    ("stranger." + name + ".Plugin\n").getBytes(StandardCharsets.UTF_8));
            entry(
                    out,
                    name + ".pack.json",
                    PACK.formatted(name, name.toUpperCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void drop(Path jar, String entry) throws IOException {
        Path copy = jar.resolveSibling("copy.tmp");
        try (var in = new java.util.jar.JarFile(jar.toFile());
                var out = new JarOutputStream(Files.newOutputStream(copy))) {
            boolean dropped = false;
            for (JarEntry one : java.util.Collections.list(in.entries())) {
                if (one.getName().equals(entry)) {
                    dropped = true;
                } else {
                    try (var bytes = in.getInputStream(one)) {
                        entry(out, one.getName(), bytes.readAllBytes());
                    }
                }
            }
            assertTrue(dropped, entry);
        }
        Files.move(copy, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
