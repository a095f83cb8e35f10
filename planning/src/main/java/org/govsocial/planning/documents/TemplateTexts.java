package org.govsocial.planning.documents;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.govsocial.model.Gap;
import org.govsocial.model.Passage;
import org.govsocial.model.Span;

/**
 * Fills texts in the Mustache language with facts. A text reaches facts alone: no object's methods, no files. What a fact
 * holds is never read as Mustache.
 */
final class TemplateTexts {
    /** These never stand in text: Unicode keeps them for use within a program. */
    private static final char START = '\ufdd0';

    private static final char END = '\ufdd1';

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(false).withCollector(new Reach()).withFormatter(this::shown);
    private final List<Span> marked = new ArrayList<>();

    /** Looks into maps and lists, and into nothing else. */
    private static final class Reach extends BasicCollector {
        @Override
        public Iterator<?> toIterator(Object value) {
            return value instanceof Gap ? Collections.emptyIterator() : super.toIterator(value);
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new HashMap<>();
        }
    }

    private String shown(Object value) {
        if (value instanceof Span span) {
            marked.add(span);
            return START + Integer.toString(marked.size() - 1) + END;
        }
        return value.toString();
    }

    /** Fills a text. What is missing becomes a gap, and an address a link. */
    Passage fill(String text, Map<String, Fact> facts) {
        String filled = compiler.compile(text).execute(context(facts));
        var spans = new ArrayList<Span>();
        int done = 0;
        for (int at = filled.indexOf(START); at >= 0; at = filled.indexOf(START, done)) {
            words(filled.substring(done, at), spans);
            int end = filled.indexOf(END, at);
            spans.add(marked.get(Integer.parseInt(filled.substring(at + 1, end))));
            done = end + 1;
        }
        words(filled.substring(done), spans);
        return new Passage(spans);
    }

    private static void words(String text, List<Span> into) {
        if (!text.isEmpty()) {
            into.add(new Span.Words(text));
        }
    }

    private static Map<String, Object> context(Map<String, Fact> facts) {
        var context = new HashMap<String, Object>();
        facts.forEach((name, fact) -> context.put(name, value(fact)));
        return context;
    }

    private static Object value(Fact fact) {
        if (fact instanceof Fact.Flag || fact instanceof Fact.Figure) {
            return fact.isKnown();
        }
        if (!fact.isKnown()) {
            return fact.gap();
        }
        if (fact instanceof Fact.Values several) {
            return several.values().stream().map(v -> context(v.facts())).toList();
        }
        String text = ((Fact.Text) fact).value();
        Optional<URI> address = address(text);
        if (address.isPresent()) {
            return new Span.Hyperlink(text, address.get());
        }
        return text.replace(START, '\ufffd').replace(END, '\ufffd');
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(text)
                    .filter(t -> t.startsWith("https://") || t.startsWith("http://"))
                    .map(URI::create)
                    .filter(a -> a.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * What is wrong with a text.
     *
     * @param text to look at
     * @param facts that it may use
     * @return a sentence; empty when it is good
     */
    Optional<String> fault(String text, Map<String, Fact> facts) {
        if (text.indexOf(START) >= 0 || text.indexOf(END) >= 0) {
            return Optional.of("It has a character that never stands in text.");
        }
        var names = new Names(facts);
        try {
            compiler.compile(text).visit(names);
        } catch (MustacheException e) {
            return Optional.of("It is not Mustache: " + e.getMessage() + ".");
        }
        if (names.includes) {
            return Optional.of("It takes in another text by {{>…}}, and there is none.");
        }
        return names.unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("It asks for " + String.join(", ", names.unknown) + ", which is no fact here.");
    }

    /** Gathers the names in a text that stand for no fact. */
    private static final class Names implements Mustache.Visitor {
        private final Map<String, Fact> facts;
        private final Set<String> within = new TreeSet<>();
        private final Set<String> unknown = new TreeSet<>();
        private boolean includes;

        Names(Map<String, Fact> facts) {
            this.facts = facts;
        }

        @Override
        public void visitText(String text) {
            // Holds no names.
        }

        @Override
        public void visitVariable(String name) {
            boolean known = within.contains(name) || facts.get(name) instanceof Fact.Text;
            if (!known) {
                unknown.add(name);
            }
        }

        @Override
        public boolean visitInclude(String name) {
            includes = true;
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            if (!facts.containsKey(name) && !within.contains(name)) {
                unknown.add(name);
            }
            if (facts.get(name) instanceof Fact.Values several) {
                within.addAll(several.names());
            }
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            return visitSection(name);
        }
    }
}
