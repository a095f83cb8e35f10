package org.govsocial.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;
import org.govsocial.spi.RulePage;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What holds for all modules together. A rule that meets no class at all fails. */
class ArchitectureTest {
    /** The verbs of a document, which its group brings, bear its name. */
    private static final String VERBS_OF_DOCUMENTS = "org\\.govsocial\\.cli\\.(Cases|Decide|Hear|Mishap|Plan).*";

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("guidance-testkit"))
            .importPackages("org.govsocial");

    private static final Map<String, String[]> DOCUMENTS = Map.of(
            "accessibility", new String[] {"org.govsocial.accessibility.."},
            "planning",
                    new String[] {"org.govsocial.decision..", "org.govsocial.toolbox..", "org.govsocial.planning.."},
            "mishap", new String[] {"org.govsocial.mishap.."},
            "casestudies", new String[] {"org.govsocial.casestudies.."});

    private static final String[] CORE = {
        "org.govsocial.model..",
        "org.govsocial.spi..",
        "org.govsocial.engine..",
        "org.govsocial.json..",
        "org.govsocial.csv..",
        "org.govsocial.text..",
        "org.govsocial.catalogue..",
        "org.govsocial.bags..",
        "org.govsocial.answers..",
        "org.govsocial.audit.."
    };

    private static final DescribedPredicate<JavaClass> ARE_RULES = assignableTo(Rule.class)
            .and(not(describe("are interfaces", JavaClass::isInterface)))
            .as("are rules");

    @Test
    void every_module_was_looked_at() {
        var modules = new TreeSet<String>();
        for (JavaClass one : ALL) {
            modules.add(one.getPackageName());
        }
        assertTrue(
                modules.containsAll(Set.of(
                        "org.govsocial.accessibility",
                        "org.govsocial.archives",
                        "org.govsocial.cli",
                        "org.govsocial.engine",
                        "org.govsocial.json",
                        "org.govsocial.media",
                        "org.govsocial.model",
                        "org.govsocial.reports",
                        "org.govsocial.spi")),
                modules::toString);
    }

    @Test
    void packages_depend_on_one_another_in_one_direction() {
        slices().matching("org.govsocial.(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void the_model_knows_nothing_but_itself() {
        onlyUses("org.govsocial.model..", "org.govsocial.model..").check(ALL);
    }

    @Test
    void the_contract_of_plug_ins_knows_the_model_alone() {
        onlyUses("org.govsocial.spi..", "org.govsocial.spi..", "org.govsocial.model..")
                .check(ALL);
    }

    @Test
    void documents_know_the_core_and_not_each_other() {
        int seen = 0;
        for (var document : DOCUMENTS.entrySet()) {
            var known = new ArrayList<>(List.of(CORE));
            known.addAll(List.of(document.getValue()));
            JavaClasses own = ALL.that(resideInAnyPackage(document.getValue()));
            seen += own.isEmpty() ? 0 : 1;
            classes()
                    .should()
                    .onlyDependOnClassesThat(not(resideInAPackage("org.govsocial.."))
                            .or(resideInAnyPackage(known.toArray(String[]::new))))
                    .as(document.getKey() + " should know the core and itself alone")
                    .allowEmptyShould(true)
                    .check(own);
        }
        assertTrue(seen >= 1, "no document was found");
    }

    @Test
    void readers_and_reports_know_the_core_alone() {
        for (String module : List.of("archives", "media", "reports")) {
            var known = new ArrayList<>(List.of(CORE));
            known.add("org.govsocial." + module + "..");
            onlyUses("org.govsocial." + module + "..", known.toArray(String[]::new))
                    .check(ALL);
        }
    }

    @Test
    void nothing_depends_on_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.govsocial.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.govsocial.cli..")
                .check(ALL);
    }

    @Test
    void the_verbs_of_the_core_know_no_document_reader_or_report() {
        classes()
                .that()
                .resideInAPackage("org.govsocial.cli..")
                .and()
                .areNotAssignableTo(VerbGroup.class)
                .and()
                .haveNameNotMatching(VERBS_OF_DOCUMENTS)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.govsocial.."))
                        .or(resideInAnyPackage(CORE))
                        .or(resideInAPackage("org.govsocial.cli..")))
                .check(ALL);
    }

    @Test
    void one_package_knows_the_json_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.govsocial.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.gson..")
                .check(ALL);
        assertTrue(
                ALL.that(resideInAPackage("org.govsocial.json..")).stream()
                        .anyMatch(c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d -> d.getTargetClass().getPackageName().startsWith("com.google.gson"))),
                "nobody uses the library");
    }

    @Test
    void the_model_is_records_enums_and_sealed_interfaces() {
        classes()
                .that()
                .resideInAPackage("org.govsocial.model..")
                .and()
                .arePublic()
                .should(new ArchCondition<>("be a record, an enum or a sealed interface") {
                    @Override
                    public void check(JavaClass one, ConditionEvents events) {
                        boolean plain =
                                one.isRecord() || one.isEnum() || one.reflect().isSealed();
                        events.add(new SimpleConditionEvent(one, plain, one.getName()));
                    }
                })
                .check(ALL);
    }

    @Test
    void rules_are_final_and_keep_no_state() {
        classes().that(ARE_RULES).should().haveModifier(JavaModifier.FINAL).check(ALL);
        fields().that().areDeclaredInClassesThat(ARE_RULES).should().beFinal().check(ALL);
    }

    @Test
    void rules_are_pure() {
        noClasses()
                .that(ARE_RULES)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..",
                                "java.nio.file..",
                                "java.util.regex..",
                                "java.util.stream..",
                                "java.time..")
                        .and(not(assignableTo(Throwable.class)))
                        .or(assignableTo(java.util.Random.class))
                        .or(assignableTo(Thread.class)))
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.util.Locale.class, "getDefault")
                .check(ALL);
    }

    @Test
    void services_are_looked_up_in_one_class_for_each_module() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.govsocial.engine.PluginSource")
                .and()
                .doNotHaveFullyQualifiedName(VerbGroups.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.util.ServiceLoader.class)
                .check(ALL);
    }

    @Test
    void class_loaders_are_made_in_one_place() {
        classes()
                .that()
                .areAssignableTo(ClassLoader.class)
                .should()
                .haveNameMatching("org\\.govsocial\\.engine\\.PluginClassLoader(\\$.*)?")
                .check(ALL);
    }

    @Test
    void only_the_command_line_talks_to_the_screen_or_ends_the_process() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("org.govsocial.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
        rule.check(ALL);
        JavaClasses main = new ClassFileImporter().importClasses(Main.class);
        assertThrows(
                AssertionError.class,
                () -> noClasses()
                        .should()
                        .callMethod(System.class, "exit", int.class)
                        .check(main),
                "the check sees the call that is allowed");
    }

    @Test
    void nothing_static_can_change() {
        fields().that()
                .areStatic()
                .and(describe(
                        "are written by people",
                        (JavaField f) -> !f.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal()
                .check(ALL);
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(describe(
                        "made to change",
                        (JavaClass type) -> type.isAssignableTo(StringBuilder.class)
                                || type.getPackageName().equals("java.util.concurrent.atomic")
                                || type.isEquivalentTo(java.util.ArrayList.class)
                                || type.isEquivalentTo(java.util.HashMap.class)
                                || type.isAssignableTo(ThreadLocal.class)))
                .check(ALL);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(ALL);
    }

    @Test
    void every_package_is_null_marked() {
        var packages = new TreeSet<String>();
        for (JavaClass one : ALL) {
            packages.add(one.getPackageName());
        }
        assertTrue(packages.size() >= 8, packages::toString);
        for (String name : packages) {
            JavaClass info = ALL.stream()
                    .filter(c ->
                            c.getPackageName().equals(name) && c.getSimpleName().equals("package-info"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + " has no package-info"));
            assertTrue(info.isAnnotatedWith(NullMarked.class), name + " is not @NullMarked");
        }
    }

    @Test
    void every_plug_in_is_listed_both_ways() throws IOException {
        var byFile = new TreeMap<String, Set<String>>();
        String services = "META-INF/services/" + GuidancePlugin.class.getName();
        for (URL file : java.util.Collections.list(getClass().getClassLoader().getResources(services))) {
            byFile.put(root(file, services), lines(file));
        }
        var byModule = new TreeMap<String, Set<String>>();
        for (URL file : java.util.Collections.list(getClass().getClassLoader().getResources("module-info.class"))) {
            try (InputStream in = file.openStream()) {
                var provided = new TreeSet<String>();
                ModuleDescriptor module = ModuleDescriptor.read(in);
                for (ModuleDescriptor.Provides one : module.provides()) {
                    if (one.service().equals(GuidancePlugin.class.getName())) {
                        provided.addAll(one.providers());
                    }
                }
                if (!provided.isEmpty()) {
                    byModule.put(root(file, "module-info.class"), provided);
                }
            }
        }
        assertTrue(byFile.size() >= 3, byFile::toString);
        assertEquals(byFile, byModule);
    }

    @Test
    void every_rule_is_registered_explained_and_shown_by_examples() {
        Guidance guidance = Guidance.load(List.of(new Origin.Application()));
        assertEquals(List.of(), guidance.problems());
        int inCode = (int) ALL.stream()
                .filter(ARE_RULES::test)
                .filter(c -> !c.getPackageName().equals("org.govsocial.engine"))
                .count();
        int registered = 0;
        for (RuleInfo rule : guidance.rules()) {
            RulePage page = guidance.page(rule.id()).orElseThrow(() -> new AssertionError(rule.id() + " has no page"));
            for (String heading : RulePage.HEADINGS) {
                assertFalse(page.under(heading).isEmpty(), rule.id() + " does not say: " + heading);
            }
            boolean byPack = guidance.packs().stream()
                    .flatMap(p -> p.rules().stream())
                    .anyMatch(r -> r.head().id().equals(rule.id()));
            if (!byPack) {
                registered++;
                assertNotNull(
                        getClass().getResource("/META-INF/govsocial/rules/" + rule.id() + ".examples.json"),
                        rule.id() + " has no examples");
            }
        }
        assertTrue(registered > 0, "no rule is registered");
        assertEquals(inCode, registered, "rules in code and rules that a plug-in brings");
    }

    private static ArchRule onlyUses(String of, String... known) {
        return classes()
                .that()
                .resideInAPackage(of)
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("org.govsocial..")).or(resideInAnyPackage(known)));
    }

    private static String root(URL file, String name) {
        String path = file.toString();
        return path.substring(0, path.length() - name.length());
    }

    private static Set<String> lines(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            List<String> names = lines.map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            return new TreeSet<>(names);
        }
    }
}
