package org.govsocial.planning.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.govsocial.model.Gap;
import org.govsocial.model.Problem;
import org.govsocial.model.Template;

/** Looks for what would stop a template from becoming a paper: names that stand for no fact, and texts that are not Mustache. */
final class TemplateCheck {
    private final Map<String, Fact> facts;
    private final String pack;
    private final TemplateTexts texts = new TemplateTexts();
    private final List<Problem> problems = new ArrayList<>();
    private String where = "";

    TemplateCheck(Map<String, Fact> facts, String pack) {
        this.facts = facts;
        this.pack = pack;
    }

    List<Problem> faults(Template template) {
        where = pack + ", template " + template.id() + ", title";
        text(template.title(), facts);
        for (int i = 0; i < template.parts().size(); i++) {
            where = pack + ", template " + template.id() + ", part " + (i + 1);
            part(template.parts().get(i));
        }
        return List.copyOf(problems);
    }

    private void part(Template.Part part) {
        when(part.when(), facts);
        if (part instanceof Template.Heading heading) {
            text(heading.text(), facts);
        } else if (part instanceof Template.Paragraph paragraph) {
            text(paragraph.words().text(), facts);
        } else if (part instanceof Template.Quotation quotation) {
            text(quotation.words().text(), facts);
        } else if (part instanceof Template.Items items) {
            Map<String, Fact> scope = scope(items.each());
            for (Template.Line line : items.lines()) {
                when(line.when(), scope);
                text(line.text(), scope);
            }
            text(items.none(), facts);
        } else if (part instanceof Template.Grid grid) {
            Map<String, Fact> scope = scope(grid.each());
            text(grid.caption(), facts);
            for (Template.Row row : grid.rows()) {
                when(row.when(), scope);
                row.cells().forEach(cell -> text(cell, scope));
            }
            text(grid.none(), facts);
        } else if (part instanceof Template.Signing signing) {
            text(signing.caption(), facts);
            signing.signatories().forEach(s -> {
                text(s.role(), facts);
                text(s.name(), facts);
            });
        } else if (part instanceof Template.Figure figure && !(facts.get(figure.figure()) instanceof Fact.Figure)) {
            fault("\"" + figure.figure() + "\" is no chart.");
        }
    }

    private Map<String, Fact> scope(String each) {
        if (each.isEmpty()) {
            return facts;
        }
        if (!(facts.get(each) instanceof Fact.Values several)) {
            fault("\"" + each + "\" is no fact with several values.");
            return facts;
        }
        var scope = new LinkedHashMap<>(facts);
        several.names().forEach(name -> scope.put(name, new Fact.Text("", new Gap(name, ""))));
        return scope;
    }

    private void when(String when, Map<String, Fact> scope) {
        String name = when.startsWith("!") ? when.substring(1) : when;
        if (!name.isEmpty() && !scope.containsKey(name)) {
            fault("It asks for " + name + ", which is no fact here.");
        }
    }

    private void text(String text, Map<String, Fact> scope) {
        texts.fault(text, scope).ifPresent(this::fault);
    }

    private void fault(String what) {
        problems.add(new Problem(
                where,
                what,
                "Correct the template; \"govsocial plan render --facts\" lists what there is to ask for."));
    }
}
