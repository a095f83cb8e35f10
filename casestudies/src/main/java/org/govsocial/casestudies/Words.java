package org.govsocial.casestudies;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;
import org.jspecify.annotations.Nullable;

/** Words without case, macrons and endings; when searching also with words that mean the same. */
final class Words extends Analyzer {
    private final @Nullable SynonymMap synonyms;

    private Words(@Nullable SynonymMap synonyms) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.synonyms = synonyms;
    }

    static Words toIndex() {
        return new Words(null);
    }

    static Words toSearch() {
        try (Words plain = toIndex();
                InputStream file = Objects.requireNonNull(Words.class.getResourceAsStream("synonyms.txt"))) {
            var parser = new SolrSynonymParser(true, true, plain);
            parser.parse(new InputStreamReader(file, StandardCharsets.UTF_8));
            return new Words(parser.build());
        } catch (IOException e) {
            throw new UncheckedIOException("The jar lacks its synonyms.", e);
        } catch (ParseException e) {
            throw new IllegalStateException("The jar's synonyms are malformed.", e);
        }
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream tokens = new EnglishPossessiveFilter(words);
        tokens = new LowerCaseFilter(tokens);
        tokens = new ASCIIFoldingFilter(tokens);
        tokens = new StopFilter(tokens, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        if (field.equals(CaseDocuments.SPELLED)) {
            return new TokenStreamComponents(words, tokens);
        }
        tokens = new KStemFilter(tokens);
        return new TokenStreamComponents(
                words, synonyms == null ? tokens : new SynonymGraphFilter(tokens, synonyms, false));
    }

    /**
     * Each word with its synonyms, the word itself first.
     *
     * @param text what people type
     * @return one list for each word that says something
     */
    List<List<String>> meanings(String text) {
        return terms(CaseDocuments.TEXT, text);
    }

    /**
     * Each word as it is spelled, without case and macrons.
     *
     * @param text what people type
     * @return one for each word that says something, in step with {@link #meanings}
     */
    List<String> spelled(String text) {
        return terms(CaseDocuments.SPELLED, text).stream().map(t -> t.get(0)).toList();
    }

    private List<List<String>> terms(String field, String text) {
        var meanings = new ArrayList<List<String>>();
        try (TokenStream tokens = tokenStream(field, CaseDocuments.normal(text))) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            var step = tokens.addAttribute(PositionIncrementAttribute.class);
            var type = tokens.addAttribute(TypeAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    meanings.add(new ArrayList<>());
                }
                List<String> words = meanings.get(meanings.size() - 1);
                if (type.type().equals("SYNONYM")) {
                    words.add(term.toString());
                } else {
                    words.add(0, term.toString());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A string cannot fail to be read.", e);
        }
        return meanings;
    }
}
