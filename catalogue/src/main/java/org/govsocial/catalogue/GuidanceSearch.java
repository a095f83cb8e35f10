package org.govsocial.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NoMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.govsocial.model.GuidanceDocument;
import org.govsocial.model.Section;
import org.govsocial.model.Source;
import org.govsocial.model.Statement;
import org.govsocial.spi.Catalogue;

/**
 * Ranked full text over every document, section and statement that is loaded. Case and macrons make no difference
 * ("maori" finds "Māori"), nor does the form of an English word ("captions" finds "captioning"); an id finds its entry
 * first. The index is in memory. Safe to share between threads until it is closed.
 */
public final class GuidanceSearch implements AutoCloseable {
    private static final String NUMBER = "number";
    private static final String ID = "id";
    private static final float ID_BOOST = 50;

    /** Fields that hold words, with their weight: what an entry says counts more than what surrounds it. */
    private static final Map<String, Float> WORDS = new TreeMap<>(Map.of("text", 2f, "title", 3f, "around", 0.5f));

    private static final int SNIPPET = 300;

    /** Words with their frequencies; nobody asks for their order. */
    private static final FieldType INDEXED = new FieldType();

    static {
        INDEXED.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        INDEXED.freeze();
    }

    private final Analyzer analyzer = new FoldedEnglish();
    private final List<Entry> entries;
    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private GuidanceSearch(Catalogue catalogue) throws IOException {
        entries = Entries.of(catalogue).all();
        // One small index, written once: nothing to merge, nothing to pack.
        var config = new IndexWriterConfig(analyzer)
                .setUseCompoundFile(false)
                .setMergePolicy(NoMergePolicy.INSTANCE)
                .setMergeScheduler(NoMergeScheduler.INSTANCE);
        try (var writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < entries.size(); i++) {
                writer.addDocument(indexed(i, entries.get(i), catalogue));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
    }

    /**
     * Indexes what is loaded. Takes far longer than a search: keep it for as long as you search.
     *
     * @param catalogue what is loaded
     * @return a search over it
     */
    public static GuidanceSearch of(Catalogue catalogue) {
        try {
            return new GuidanceSearch(catalogue);
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot fail to be written.", e);
        }
    }

    /**
     * What was found.
     *
     * @param hits best first
     * @param total how many there are, of which {@code hits} may be the best only; exact up to 1,000
     */
    public record Results(List<Hit> hits, int total) {
        /** Copies the list. */
        public Results {
            hits = List.copyOf(hits);
        }
    }

    /**
     * One entry that was found.
     *
     * @param entry which
     * @param score greater is better; comparable within one search only
     * @param snippet what the entry says, shortened around the words found
     * @param marks where the words found stand in the snippet, in order
     */
    public record Hit(Entry entry, double score, String snippet, List<Mark> marks) {
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
     * Searches. Entries that hold all the words come first; if none does, those that hold any of them.
     *
     * @param words what people type: words or ids, in any order
     * @param limit the most hits to give, at least 1
     * @return what was found; nothing when no word says anything
     */
    public Results search(String words, int limit) {
        try {
            Set<String> terms = terms(words);
            Query ids = ids(words);
            var found = topDocs(terms, BooleanClause.Occur.MUST, ids, limit);
            if (found.scoreDocs.length == 0) {
                found = topDocs(terms, BooleanClause.Occur.SHOULD, ids, limit);
            }
            var hits = new ArrayList<Hit>();
            for (ScoreDoc doc : found.scoreDocs) {
                int number = searcher.storedFields()
                        .document(doc.doc)
                        .getField(NUMBER)
                        .numericValue()
                        .intValue();
                hits.add(hit(entries.get(number), doc.score, terms));
            }
            return new Results(hits, (int) found.totalHits.value);
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot fail to be read.", e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
            directory.close();
            analyzer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("An index in memory cannot fail to be closed.", e);
        }
    }

    private static Document indexed(int number, Entry entry, Catalogue catalogue) {
        var document = new Document();
        document.add(new StoredField(NUMBER, number));
        document.add(new StringField(ID, entry.id().toLowerCase(Locale.ROOT), Field.Store.NO));
        document.add(new Field("title", normal(title(entry)), INDEXED));
        document.add(new Field("text", normal(text(entry)), INDEXED));
        document.add(new Field("around", normal(around(entry, catalogue)), INDEXED));
        return document;
    }

    /** The id counts as words too, so that "leg 07" finds LEG-07. */
    private static String title(Entry entry) {
        if (entry instanceof Entry.OfDocument d) {
            return d.id() + " " + d.document().title();
        }
        if (entry instanceof Entry.OfSection s) {
            return s.id() + " " + s.section().title();
        }
        return entry.id();
    }

    private static String text(Entry entry) {
        if (entry instanceof Entry.OfStatement s) {
            return s.statement().text();
        }
        GuidanceDocument d = entry.document();
        if (entry instanceof Entry.OfSection s) {
            Section section = s.section();
            return section.title() + ": section " + (section.number().isEmpty() ? "" : section.number() + " ") + "of “"
                    + d.title() + "”.";
        }
        return d.title() + ", for " + d.audience() + "." + (d.question().isEmpty() ? "" : " " + d.question());
    }

    private static String around(Entry entry, Catalogue catalogue) {
        var words = new ArrayList<String>();
        words.add(entry.document().title());
        if (entry instanceof Entry.OfStatement s) {
            Statement statement = s.statement();
            words.add(s.section().title());
            words.addAll(statement.facets().topics());
            words.addAll(statement.facets().tools());
            words.addAll(statement.facets().roles());
            words.addAll(statement.facets().phases());
            words.addAll(statement.facets().stages());
            words.addAll(statement.facets().audiences());
            words.add(catalogue.source(statement.source()).map(Source::title).orElse(""));
        }
        return String.join(" ", words).replace('-', ' ');
    }

    private TopDocs topDocs(Set<String> terms, BooleanClause.Occur occur, Query ids, int limit) throws IOException {
        var all = new BooleanQuery.Builder();
        for (String term : terms) {
            var anywhere = new ArrayList<Query>();
            WORDS.forEach(
                    (field, weight) -> anywhere.add(new BoostQuery(new TermQuery(new Term(field, term)), weight)));
            all.add(new DisjunctionMaxQuery(anywhere, 0.1f), occur);
        }
        var query = new BooleanQuery.Builder();
        query.add(all.build(), BooleanClause.Occur.SHOULD);
        query.add(ids, BooleanClause.Occur.SHOULD);
        return searcher.search(query.build(), Math.max(1, limit));
    }

    private static Query ids(String words) {
        var query = new BooleanQuery.Builder();
        for (String word : words.strip().split("[\\s,]+", -1)) {
            query.add(new TermQuery(new Term(ID, word.toLowerCase(Locale.ROOT))), BooleanClause.Occur.SHOULD);
        }
        return new BoostQuery(query.build(), ID_BOOST);
    }

    private Set<String> terms(String words) throws IOException {
        var terms = new LinkedHashSet<String>();
        each(normal(words), (term, start, end) -> terms.add(term));
        return terms;
    }

    private Hit hit(Entry entry, float score, Set<String> terms) throws IOException {
        String text = normal(text(entry));
        var marks = new ArrayList<Mark>();
        each(text, (term, start, end) -> {
            if (terms.contains(term)) {
                marks.add(new Mark(start, end));
            }
        });
        if (text.length() <= SNIPPET) {
            return new Hit(entry, score, text, marks);
        }
        return shortened(entry, score, text, marks);
    }

    private static Hit shortened(Entry entry, float score, String text, List<Mark> marks) {
        int first = marks.isEmpty() ? 0 : marks.get(0).start();
        int from = Math.max(0, Math.min(first - SNIPPET / 3, text.length() - SNIPPET));
        while (from > 0 && text.charAt(from - 1) != ' ') {
            from--;
        }
        int to = Math.min(text.length(), from + SNIPPET);
        while (to < text.length() && text.charAt(to) != ' ') {
            to++;
        }
        String before = from > 0 ? "… " : "";
        String snippet = before + text.substring(from, to) + (to < text.length() ? " …" : "");
        var inside = new ArrayList<Mark>();
        for (Mark mark : marks) {
            if (mark.start() >= from && mark.end() <= to) {
                inside.add(new Mark(mark.start() - from + before.length(), mark.end() - from + before.length()));
            }
        }
        return new Hit(entry, score, snippet, inside);
    }

    /** A letter and its macron are one character, as the folding expects. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private interface Word {
        void at(String term, int start, int end);
    }

    private void each(String text, Word word) throws IOException {
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                word.at(term.toString(), offset.startOffset(), offset.endOffset());
            }
            tokens.end();
        }
    }

    /** Words without case, macrons and endings. */
    private static final class FoldedEnglish extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream tokens = new EnglishPossessiveFilter(words);
            tokens = new LowerCaseFilter(tokens);
            tokens = new ASCIIFoldingFilter(tokens);
            tokens = new StopFilter(tokens, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(words, new KStemFilter(tokens));
        }
    }
}
