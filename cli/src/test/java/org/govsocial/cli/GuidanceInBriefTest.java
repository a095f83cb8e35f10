package org.govsocial.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.govsocial.engine.Guidance;
import org.govsocial.engine.Origin;
import org.govsocial.engine.PluginContents;
import org.govsocial.engine.ReviewConfig;
import org.govsocial.model.Citation;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Pack;
import org.govsocial.model.Post;
import org.govsocial.model.RuleId;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.RuleInfo;
import org.junit.jupiter.api.Test;

/** Guidance that is loaded for a review says the same as guidance that is loaded whole. */
class GuidanceInBriefTest {
    private static final List<Origin> APPLICATION = List.of(new Origin.Application());

    private final Guidance whole = Guidance.load(APPLICATION);
    private final Guidance brief = Guidance.forReview(APPLICATION);

    @Test
    void every_statement_and_source_is_found_alone() {
        int statements = 0;
        int sources = 0;
        for (Pack pack : whole.packs()) {
            for (GuidanceDocument document : pack.documents()) {
                for (Statement statement : document.statements()) {
                    var citation = new Citation(document.id(), statement.id());
                    assertEquals(Optional.of(statement), brief.statement(citation), citation::toString);
                    statements++;
                }
            }
            for (Source source : pack.sources()) {
                assertEquals(whole.source(source.code()), brief.source(source.code()), source.code());
                sources++;
            }
        }
        assertTrue(statements > 100 && sources > 20, statements + " statements, " + sources + " sources");
        assertEquals(Optional.empty(), brief.statement(new Citation("accessibility", "NO-SUCH")));
        assertEquals(Optional.empty(), brief.source("NO-SUCH"));
    }

    @Test
    void rules_readers_and_reports_are_the_same() {
        assertEquals(List.of(), brief.problems());
        assertEquals(whole.rules(), brief.rules());
        assertTrue(brief.rules().size() > 10);
        assertEquals(whole.adjustments(), brief.adjustments());
        assertEquals(
                whole.postReaders().stream().map(r -> r.id()).toList(),
                brief.postReaders().stream().map(r -> r.id()).toList());
        for (RuleInfo rule : whole.rules()) {
            assertEquals(whole.page(rule.id()), brief.page(rule.id()));
            assertEquals(whole.owner(rule.id()), brief.owner(rule.id()));
        }
        Post post = Post.of("p", "FREE BUSES TODAY for everyone #stateofemergency in order to help");
        assertEquals(
                whole.reviewer(ReviewConfig.DEFAULTS).review(post),
                brief.reviewer(ReviewConfig.DEFAULTS).review(post));
    }

    @Test
    void each_rule_rests_on_a_document_of_its_own_plug_in() {
        int rules = 0;
        for (PluginContents plugin : whole.contents()) {
            List<String> documents = whole.packs().stream()
                    .filter(p -> plugin.packs().contains(p.id()))
                    .flatMap(p -> p.documents().stream())
                    .map(GuidanceDocument::id)
                    .toList();
            for (RuleId rule : plugin.rules()) {
                String cited = whole.rule(rule).orElseThrow().cites().document();
                assertTrue(documents.contains(cited), rule + " rests on " + cited);
                rules++;
            }
        }
        assertEquals(whole.rules().size(), rules);
    }

    @Test
    void what_is_asked_for_whole_is_read_whole() {
        assertEquals(whole.packs(), brief.packs());
        assertEquals(whole.documents(), brief.documents());
        assertEquals(
                whole.contents().stream().map(PluginContents::info).toList(),
                brief.contents().stream().map(PluginContents::info).toList());
    }

    @Test
    void with_a_stranger_everything_is_checked() {
        List<Origin> origins = List.of(new Origin.Application(), new Origin.Packs(Path.of("samples/packs")));
        assertEquals(Guidance.load(origins).rules(), Guidance.forReview(origins).rules());
        assertEquals(Guidance.load(origins).packs(), Guidance.forReview(origins).packs());
    }
}
