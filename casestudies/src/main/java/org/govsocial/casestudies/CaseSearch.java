package org.govsocial.casestudies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.govsocial.model.CaseStudy;
import org.jspecify.annotations.Nullable;

/**
 * Ranked full text over cases. Case, macrons and the form of an English word make no difference; words that mean the
 * same are found too, and a word that no case holds finds those that are spelled nearly like it. An id finds its case
 * first. Safe to share between threads until it is closed.
 */
public final class CaseSearch implements AutoCloseable {
    /** Fields that hold words, with their weight: a title says best what a case is about. */
    private static final Map<String, Float> FIELDS =
            new TreeMap<>(Map.of(CaseDocuments.TITLE, 3f, CaseDocuments.TEXT, 1f, CaseDocuments.AROUND, 0.7f));

    private static final float ID_BOOST = 50;
    private static final float SYNONYM = 0.6f;
    private static final int SHORTEST_TO_GUESS = 4;
    private static final int LONG_WORD = 6;
    private static final float GUESS = 0.3f;
    private static final char FOUND = '\u0002';
    private static final char END = '\u0003';
    private static final int PASSAGES = 2;

    private final Words words = Words.toSearch();
    private final Words plain = Words.toIndex();
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    /** Nothing when there is no case to count. */
    private final @Nullable SortedSetDocValuesReaderState facets;

    private CaseSearch(Directory directory) throws IOException {
        this.directory = directory;
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        facets =
                reader.numDocs() == 0 ? null : new DefaultSortedSetDocValuesReaderState(reader, CaseDocuments.facets());
    }

    /**
     * Indexes cases in memory; some thousand a second.
     *
     * @param cases in any order
     * @return a search over them
     */
    public static CaseSearch of(Collection<CaseStudy> cases) {
        try (Words plain = Words.toIndex()) {
            var directory = new ByteBuffersDirectory();
            var documents = new CaseDocuments();
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(plain))) {
                for (CaseStudy one : cases) {
                    writer.addDocument(documents.of(one));
                }
            }
            return new CaseSearch(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot fail to be written.", e);
        }
    }

    /**
     * Opens an index that {@link CaseIndex} keeps on disk, as it was last committed.
     *
     * @param folder of the index
     * @return a search over it
     * @throws IOException when there is no index, or it cannot be read
     */
    public static CaseSearch open(Path folder) throws IOException {
        return new CaseSearch(FSDirectory.open(folder));
    }

    /**
     * What was found.
     *
     * @param hits best first
     * @param total how many there are, of which {@code hits} may be the best only
     * @param facets how many of all that were found have each value, the most frequent first
     */
    public record Results(List<Hit> hits, int total, Map<Facet, Map<String, Integer>> facets) {
        /** Copies the list. */
        public Results {
            hits = List.copyOf(hits);
        }
    }

    /**
     * One case that was found.
     *
     * @param found which
     * @param score greater is better; comparable within one search only
     * @param snippet the sentences that fit best
     * @param marks where the words found stand in the snippet, in order
     * @param explanation how the score came about; empty when not asked for
     */
    public record Hit(CaseStudy found, double score, String snippet, List<Mark> marks, String explanation) {
        /** Copies the list. */
        public Hit {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A stretch of a snippet, in UTF-16 code units.
     *
     * @param start first
     * @param end behind the last
     */
    public record Mark(int start, int end) {}

    /**
     * Searches.
     *
     * @param query what to look for
     * @return what was found; nothing when no word says anything
     */
    public Results search(CaseQuery query) {
        try {
            Query wanted = query(query, true);
            var found = FacetsCollectorManager.search(searcher, wanted, query.limit(), new FacetsCollectorManager());
            if (found.topDocs().totalHits.value == 0) {
                wanted = query(query, false);
                found = FacetsCollectorManager.search(searcher, wanted, query.limit(), new FacetsCollectorManager());
            }
            TopDocs top = found.topDocs();
            var hits = new ArrayList<Hit>();
            String[] snippets = snippets(wanted, top);
            for (int i = 0; i < top.scoreDocs.length; i++) {
                hits.add(hit(top.scoreDocs[i], snippets[i], wanted, query.explain()));
            }
            return new Results(hits, (int) top.totalHits.value, counts(found.facetsCollector()));
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read.", e);
        }
    }

    /** The cases that hold any of the words, best first. */
    List<Hit> searchAny(String typed, int limit) {
        try {
            Query wanted = words(typed, false);
            TopDocs top = searcher.search(wanted, limit);
            var hits = new ArrayList<Hit>();
            String[] snippets = snippets(wanted, top);
            for (int i = 0; i < top.scoreDocs.length; i++) {
                hits.add(hit(top.scoreDocs[i], snippets[i], wanted, false));
            }
            return hits;
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be read.", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            words.close();
            plain.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The index cannot be closed.", e);
        }
    }

    private Query query(CaseQuery query, boolean half) throws IOException {
        Query base = query.words().isBlank() ? new MatchAllDocsQuery() : words(query.words(), half);
        if (query.only().isEmpty()) {
            return base;
        }
        var narrowed = new DrillDownQuery(CaseDocuments.facets(), base);
        query.only().forEach((facet, values) -> values.forEach(v -> narrowed.add(facet.id(), v)));
        return narrowed;
    }

    /** At least half of the words have to be there, so that a long question does not find everything; when nothing has them, one. */
    private Query words(String typed, boolean half) throws IOException {
        var all = new BooleanQuery.Builder();
        List<List<String>> meanings = words.meanings(typed);
        List<String> spelled = plain.spelled(typed);
        for (int i = 0; i < meanings.size(); i++) {
            all.add(
                    isKnown(meanings.get(i)) ? anywhere(meanings.get(i)) : nearly(spelled.get(i)),
                    BooleanClause.Occur.SHOULD);
        }
        all.setMinimumNumberShouldMatch(half ? (meanings.size() + 1) / 2 : 0);
        var query = new BooleanQuery.Builder();
        query.add(all.build(), BooleanClause.Occur.SHOULD);
        for (String word : new HashSet<>(List.of(typed.strip().split("[\\s,]+", -1)))) {
            query.add(
                    new BoostQuery(new TermQuery(new Term(CaseDocuments.ID, word.toLowerCase(Locale.ROOT))), ID_BOOST),
                    BooleanClause.Occur.SHOULD);
        }
        return query.build();
    }

    private boolean isKnown(List<String> meaning) throws IOException {
        for (String field : FIELDS.keySet()) {
            for (String word : meaning) {
                if (reader.docFreq(new Term(field, word)) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Query anywhere(List<String> meaning) {
        var fields = new ArrayList<Query>();
        for (Map.Entry<String, Float> field : FIELDS.entrySet()) {
            fields.add(new BoostQuery(exactly(field.getKey(), meaning), field.getValue()));
        }
        return new DisjunctionMaxQuery(fields, 0.2f);
    }

    private static Query exactly(String field, List<String> meaning) {
        var query = new SynonymQuery.Builder(field);
        Set<String> seen = new HashSet<>();
        for (String word : meaning) {
            if (seen.add(word)) {
                query.addTerm(new Term(field, word), seen.size() == 1 ? 1 : SYNONYM);
            }
        }
        return query.build();
    }

    /**
     * A word that no case holds may be a typing error: at most two letters put in, left out, changed or swapped. Looked up
     * among the words of the index here and once, since that takes longer than all else.
     */
    private Query nearly(String word) throws IOException {
        var term = new Term(CaseDocuments.SPELLED, word);
        if (word.length() < SHORTEST_TO_GUESS) {
            return new TermQuery(term);
        }
        return searcher.rewrite(new BoostQuery(new FuzzyQuery(term, word.length() < LONG_WORD ? 1 : 2, 1), GUESS));
    }

    private String[] snippets(Query wanted, TopDocs top) throws IOException {
        var highlighter = UnifiedHighlighter.builder(searcher, plain)
                .withFormatter(new DefaultPassageFormatter(String.valueOf(FOUND), String.valueOf(END), " … ", false))
                .withFieldMatcher(CaseDocuments.TEXT::equals)
                .build();
        int[] documents = new int[top.scoreDocs.length];
        for (int i = 0; i < documents.length; i++) {
            documents[i] = top.scoreDocs[i].doc;
        }
        if (documents.length == 0) {
            return new String[0];
        }
        String[] marked = highlighter
                .highlightFields(new String[] {CaseDocuments.TEXT}, wanted, documents, new int[] {PASSAGES})
                .get(CaseDocuments.TEXT);
        return marked == null ? new String[documents.length] : marked;
    }

    private Hit hit(ScoreDoc doc, String marked, Query wanted, boolean explain) throws IOException {
        CaseStudy found = CaseDocuments.read(searcher.storedFields().document(doc.doc));
        var snippet = new StringBuilder();
        var marks = new ArrayList<Mark>();
        int start = 0;
        for (int i = 0; marked != null && i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == FOUND) {
                start = snippet.length();
            } else if (c == END) {
                marks.add(new Mark(start, snippet.length()));
            } else {
                snippet.append(c);
            }
        }
        String explanation = explain ? searcher.explain(wanted, doc.doc).toString() : "";
        return new Hit(found, doc.score, snippet.toString().stripTrailing(), marks, explanation);
    }

    private Map<Facet, Map<String, Integer>> counts(FacetsCollector collector) throws IOException {
        var counts = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
        if (facets == null) {
            return counts;
        }
        var counted = new SortedSetDocValuesFacetCounts(facets, collector);
        for (Facet facet : Facet.values()) {
            var values = new LinkedHashMap<String, Integer>();
            FacetResult result = counted.getTopChildren(100, facet.id());
            if (result != null) {
                for (LabelAndValue value : result.labelValues) {
                    values.put(value.label, value.value.intValue());
                }
            }
            counts.put(facet, values);
        }
        return counts;
    }
}
