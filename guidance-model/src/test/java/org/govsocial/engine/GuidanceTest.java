package org.govsocial.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.govsocial.model.Citation;
import org.govsocial.model.Outcome;
import org.govsocial.model.Post;
import org.govsocial.model.Problem;
import org.govsocial.model.RuleId;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PostFeatures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidanceTest {
    @TempDir
    Path folder;

    @Test
    void a_good_plug_in_works_whatever_lies_beside_it() throws IOException {
        good("good", "agency");
        Post post = Post.of("p", "shout");
        var alone = load();
        assertEquals(List.of(), alone.problems());
        Outcome before = alone.reviewer(ReviewConfig.DEFAULTS).screen(post);
        assertEquals(Outcome.FAILED, before);

        Files.writeString(jars().resolve("corrupt.jar"), "this is no jar");
        jar("empty", Map.of(), Map.of());
        jar("other-service", Map.of(), Map.of("META-INF/services/" + GuidancePlugin.class.getName(), "no.such.Thing"));
        plugin("throws-at-start", "static { if (true) throw new IllegalStateException(\"no luck\"); }", "throws", "1");
        plugin("needs-host", "Object o = org.govsocial.engine.ReviewConfig.DEFAULTS;", "needs-host", "1");
        plugin("too-new", "", "too-new", "2");
        plugin("same-id", "", "agency", "1");
        plugin("no-id", "", "No Id", "1");
        var all = load();

        assertEquals(before, all.reviewer(ReviewConfig.DEFAULTS).screen(post));
        assertEquals(1, all.rules().size());
        String problems =
                String.join("\n", all.problems().stream().map(Problem::toString).toList());
        assertProblem(all, "corrupt.jar", "not a readable jar", "Copy it again");
        assertProblem(all, "empty.jar", "holds no plug-in", "META-INF/services");
        assertProblem(all, "other-service.jar", "no.such.Thing", "author");
        assertProblem(all, "throws-at-start.jar", "no luck", "author");
        assertProblem(all, "needs-host.jar", "org.govsocial.engine.ReviewConfig", "sees the JDK");
        assertProblem(all, "too-new.jar", "built for plug-in level 2", "newer release");
        assertProblem(all, "same-id.jar", "already loaded from", "Keep one");
        assertProblem(all, "no-id.jar", "No Id", "hyphens");
        assertEquals(8, all.problems().size(), problems);
    }

    @Test
    void a_plug_in_does_not_see_the_host() throws IOException {
        String probe = """
                boolean sees = false;
                { for (String name : new String[] {"org.govsocial.engine.Guidance", "org.govsocial.json.JsonInput",
                        "org.govsocial.text.Emoji", "com.google.gson.Gson", "org.junit.jupiter.api.Test"}) {
                    try { Class.forName(name); sees = true; } catch (ClassNotFoundException e) { }
                  }
                  if (sees) throw new IllegalStateException("sees the host");
                  try { Class.forName("org.govsocial.spi.Findings"); Class.forName("org.govsocial.model.Post"); }
                  catch (ClassNotFoundException e) { throw new IllegalStateException("lacks the contract"); } }
                """;
        plugin("probe", probe, "probe", "1");
        var guidance = load();
        assertEquals(List.of(), guidance.problems());
        assertEquals("probe", guidance.plugins().get(0).id());
    }

    @Test
    void a_reserved_name_is_kept_for_the_application() throws IOException {
        good("thief", "accessibility");
        assertEquals(List.of(), load().rules());
        assertProblem(load(), "thief.jar", "accessibility", "name of your own");
    }

    @Test
    void packs_load_in_order_and_a_bad_one_costs_itself_alone() throws IOException {
        Path packs = Files.createDirectories(folder.resolve("packs"));
        Files.writeString(packs.resolve("b.pack.json"), Trial.PACK.formatted("", ""));
        Files.writeString(
                packs.resolve("a.pack.json"), Trial.PACK.formatted("", "").replace("\"title\"", "\"titel\""));
        Files.write(packs.resolve("c.pack.json"), new byte[] {'{', (byte) 0xC0, (byte) 0xAF});
        Files.writeString(packs.resolve("d.pack.json"), Trial.PACK.formatted("", ""));
        var guidance = Guidance.load(List.of(new Origin.Packs(packs)));
        assertEquals(1, guidance.packs().size());
        assertTrue(guidance.statement(new Citation("trial", "T-1")).isPresent());
        assertProblem(guidance, "a.pack.json", "\"titel\" is not a key", "The keys are");
        assertProblem(guidance, "c.pack.json", "not UTF-8", "Save it as UTF-8");
        assertProblem(guidance, "d.pack.json", "belongs to both", "Rename");
        assertEquals(3, guidance.problems().size());
    }

    @Test
    void what_a_pack_names_must_exist() throws IOException {
        String rule = "{\"id\": \"trial/t\", \"kind\": \"term\", \"severity\": \"NOTE\", \"cites\": {\"document\": "
                + "\"trial\", \"statement\": \"NO-SUCH\"}, \"summary\": \"S.\", \"message\": \"M.\", \"terms\": [\"x\"]},"
                + "{\"id\": \"other/t\", \"kind\": \"term\", \"severity\": \"NOTE\", \"cites\": {\"document\": "
                + "\"trial\", \"statement\": \"T-1\"}, \"summary\": \"S.\", \"message\": \"M.\", \"terms\": [\"x\"]},"
                + "{\"id\": \"trial/sign\", \"kind\": \"term\", \"severity\": \"NOTE\", \"cites\": {\"document\": "
                + "\"trial\", \"statement\": \"T-1\"}, \"summary\": \"S.\", \"message\": \"M.\", \"terms\": [\":-)\"]}";
        String adjust = "{\"rule\": \"trial/none\", \"off\": true, \"reason\": \"R.\"}";
        var guidance = Guidance.of(List.of(Trial.withPack(folder, rule, adjust)));
        assertEquals(List.of(), guidance.rules());
        assertProblem(guidance, "trial/t", "NO-SUCH", "Load the pack");
        assertProblem(guidance, "trial.pack.json", "other/t", "trial/t");
        assertProblem(guidance, "trial/sign", ":-)", "words joined by spaces");
        assertProblem(guidance, "trial.pack.json", "trial/none", "Correct the rule's id");
        assertEquals(4, guidance.problems().size());
    }

    @Test
    void folders_that_do_not_exist_hold_nothing() {
        var guidance = Guidance.load(
                List.of(new Origin.Jars(folder.resolve("none")), new Origin.Packs(folder.resolve("none"))));
        assertEquals(List.of(), guidance.problems());
        assertEquals(List.of(), guidance.plugins());
    }

    @Test
    void the_page_of_a_word_rule_is_made_from_its_pack() throws IOException {
        String rule = "{\"id\": \"trial/t\", \"kind\": \"swap\", \"severity\": \"NOTE\", \"cites\": {\"document\": "
                + "\"trial\", \"statement\": \"T-1\"}, \"summary\": \"Say it plainly.\", \"message\": \"M.\", "
                + "\"why\": \"It helps.\", \"fix\": \"Swap.\", \"swaps\": {\"utilise\": \"use\"}}";
        var page = Guidance.of(List.of(Trial.withPack(folder, rule, "")))
                .page(RuleId.of("trial/t"))
                .orElseThrow();
        assertEquals("It helps.", page.lead("Why"));
        assertEquals("Swap.", page.lead("How to fix"));
        assertTrue(page.markdown().contains("| utilise | use |"));
        assertFalse(page.under("Known traps").isEmpty());
    }

    // ---- plug-ins compiled for the test

    private static void assertProblem(Guidance guidance, String where, String what, String advice) {
        assertTrue(
                guidance.problems().stream()
                        .anyMatch(p -> p.where().contains(where)
                                && p.what().contains(what)
                                && (p.advice().contains(advice) || p.what().contains(advice))),
                where + ", " + what + ", " + advice + " not in " + guidance.problems());
    }

    private Guidance load() {
        return Guidance.load(List.of(new Origin.Jars(jars())));
    }

    private Path jars() {
        try {
            return Files.createDirectories(folder.resolve("plugins"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A plug-in with one rule that fails every post. */
    private void good(String name, String id) throws IOException {
        String rule = """
                public java.util.List<org.govsocial.spi.Rule> rules() { return java.util.List.of(new Always()); }
                public java.util.List<java.net.URL> packs() { return java.util.List.of(resource("/a.pack.json")); }
                static final class Always implements org.govsocial.spi.PostRule {
                  public org.govsocial.spi.RuleInfo info() { return org.govsocial.spi.RuleInfo.of("ID/always",
                      new org.govsocial.model.Citation("trial", "T-1"), "S.")
                      .withMessage("found", org.govsocial.model.Severity.WARNING, "Found."); }
                  public void check(org.govsocial.spi.PostFeatures p, org.govsocial.spi.Findings out) { out.fail("found"); }
                }
                """.replace("ID", id);
        String own = id.equals("accessibility") ? "thief" : id;
        write(name, own, rule, "1", Map.of("a.pack.json", Trial.PACK.formatted("", "")));
    }

    private void plugin(String name, String body, String id, String level) throws IOException {
        write(name, id, body, level, Map.of());
    }

    private void write(String name, String id, String body, String level, Map<String, String> resources)
            throws IOException {
        String source = """
                package plug;
                public final class Plug implements org.govsocial.spi.GuidancePlugin {
                  public org.govsocial.spi.PluginInfo info() {
                    return new org.govsocial.spi.PluginInfo("%s", "1", %s, "An agency", "help@example.govt.nz"); }
                  %s
                }
                """.formatted(id, level, body);
        Path work = Files.createDirectories(folder.resolve("work-" + name));
        Path file = Files.createDirectories(work.resolve("plug")).resolve("Plug.java");
        Files.writeString(file, source);
        String classes = Path.of(classesOf(PostFeatures.class)).toString();
        String nulls =
                Path.of(classesOf(org.jspecify.annotations.NullMarked.class)).toString();
        int done = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        OutputStream.nullOutputStream(),
                        null,
                        "-proc:none",
                        "-cp",
                        classes + java.io.File.pathSeparator + nulls,
                        file.toString());
        assertEquals(0, done, "the test's own plug-in must compile");
        var compiled = new TreeMap<String, byte[]>();
        try (var files = Files.walk(work)) {
            for (Path c : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                compiled.put(work.relativize(c).toString().replace('\\', '/'), Files.readAllBytes(c));
            }
        }
        var texts = new TreeMap<>(resources);
        texts.put("META-INF/services/" + GuidancePlugin.class.getName(), "plug.Plug");
        jar(name, compiled, texts);
    }

    private static java.net.URI classesOf(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void jar(String name, Map<String, byte[]> classes, Map<String, String> texts) throws IOException {
        var entries = new ArrayList<Map.Entry<String, byte[]>>(classes.entrySet());
        texts.forEach((k, v) -> entries.add(Map.entry(k, v.getBytes(StandardCharsets.UTF_8))));
        try (var out = new JarOutputStream(Files.newOutputStream(jars().resolve(name + ".jar")))) {
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
    }
}
