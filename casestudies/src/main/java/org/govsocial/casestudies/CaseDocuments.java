package org.govsocial.casestudies;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.govsocial.json.PackReader;
import org.govsocial.model.CaseStudy;

/** How cases stand in an index. */
final class CaseDocuments {
    /** Changes whenever what stands in an index changes; an index of another format is made anew. */
    static final String FORMAT = "1";

    static final String ID = "id";
    static final String HASH = "hash";
    static final String TITLE = "title";
    static final String TEXT = "text";
    static final String AROUND = "around";

    /** Every word as it is spelled, to find those that are spelled nearly like another. */
    static final String SPELLED = "spelled";

    private static final String JSON = "json";

    /** With the places of words, so that snippets need not read the text again. */
    private static final FieldType MARKED = marked();

    private final FacetsConfig facets = facets();

    private static FieldType marked() {
        var type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    static FacetsConfig facets() {
        var config = new FacetsConfig();
        for (Facet facet : Facet.values()) {
            config.setMultiValued(facet.id(), true);
        }
        return config;
    }

    Document of(CaseStudy one) throws IOException {
        String json = CaseJson.text(one);
        var document = new Document();
        document.add(new StringField(ID, one.id().toLowerCase(Locale.ROOT), Field.Store.YES));
        document.add(new StoredField(JSON, json));
        document.add(new StoredField(HASH, hash(json)));
        document.add(new TextField(TITLE, normal(one.title()), Field.Store.YES));
        String text = normal(text(one));
        String around = normal(around(one));
        document.add(new Field(TEXT, text, MARKED));
        document.add(new TextField(AROUND, around, Field.Store.NO));
        document.add(new TextField(SPELLED, normal(one.title()) + ' ' + text + ' ' + around, Field.Store.NO));
        for (Facet facet : Facet.values()) {
            for (String value : facet.of(one)) {
                document.add(new SortedSetDocValuesFacetField(facet.id(), value));
            }
        }
        return facets.build(document);
    }

    static CaseStudy read(Document document) throws IOException {
        return PackReader.readCase("index", document.get(JSON));
    }

    static String hash(CaseStudy one) {
        return hash(CaseJson.text(one));
    }

    private static String hash(String json) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** What a reader sees a part of when the case is found. */
    private static String text(CaseStudy one) {
        return Stream.concat(
                        Stream.of(one.purpose(), one.done(), one.result()),
                        one.lessons().stream().map(CaseStudy.Lesson::text))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String around(CaseStudy one) {
        var words = new StringBuilder(one.id()).append(' ').append(one.organisation());
        for (Facet facet : Facet.values()) {
            words.append(' ').append(Wording.values(facet, one));
        }
        one.setting().audiences().forEach(a -> words.append(' ').append(a));
        one.figures().forEach(f -> words.append(' ').append(f.what()));
        return words.toString();
    }

    /** A letter and its macron are one character, as the folding expects; controls mark what was found. */
    static String normal(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().map(c -> c < ' ' ? ' ' : c).forEach(plain::appendCodePoint);
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
