package org.govsocial.casestudies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.govsocial.model.CaseStudy;

/**
 * Keeps an index of a large library on disk. An update writes what has changed and commits it in one step; whatever
 * happens before that, a power cut or a kill included, leaves the former index as it was.
 */
public final class CaseIndex {
    private static final String FORMAT = "govsocial.format";

    private CaseIndex() {}

    /**
     * What an update did.
     *
     * @param written cases that are new or have changed
     * @param removed cases that are gone
     * @param kept cases that were there already
     */
    public record Changes(int written, int removed, int kept) {}

    /**
     * Makes the index hold these cases and no others. One process at a time may do so; searches go on meanwhile.
     *
     * @param folder of the index; made when it is not there
     * @param cases in any order
     * @return what was done
     * @throws IOException when it cannot be written, or somebody else is writing; the former index is as it was
     */
    public static Changes update(Path folder, Collection<CaseStudy> cases) throws IOException {
        try (Directory directory = FSDirectory.open(folder);
                Words plain = Words.toIndex()) {
            boolean known = isKnown(directory);
            var config = new IndexWriterConfig(plain)
                    .setOpenMode(known ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE)
                    .setCommitOnClose(false);
            try (var writer = new IndexWriter(directory, config)) {
                Map<String, String> old = known ? hashes(directory) : Map.of();
                Changes changes = write(writer, cases, old);
                writer.setLiveCommitData(Map.of(FORMAT, CaseDocuments.FORMAT).entrySet());
                writer.commit();
                return changes;
            }
        }
    }

    private static boolean isKnown(Directory directory) throws IOException {
        return DirectoryReader.indexExists(directory)
                && CaseDocuments.FORMAT.equals(
                        SegmentInfos.readLatestCommit(directory).getUserData().get(FORMAT));
    }

    private static Map<String, String> hashes(Directory directory) throws IOException {
        var hashes = new HashMap<String, String>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            var live = MultiBits.getLiveDocs(reader);
            var stored = reader.storedFields();
            for (int i = 0; i < reader.maxDoc(); i++) {
                if (live == null || live.get(i)) {
                    Document document = stored.document(i, Set.of(CaseDocuments.ID, CaseDocuments.HASH));
                    hashes.put(document.get(CaseDocuments.ID), document.get(CaseDocuments.HASH));
                }
            }
        }
        return hashes;
    }

    private static Changes write(IndexWriter writer, Collection<CaseStudy> cases, Map<String, String> old)
            throws IOException {
        var documents = new CaseDocuments();
        var gone = new HashMap<>(old);
        int written = 0;
        for (CaseStudy one : cases) {
            String id = one.id().toLowerCase(Locale.ROOT);
            String hash = gone.remove(id);
            if (!CaseDocuments.hash(one).equals(hash)) {
                writer.updateDocument(new Term(CaseDocuments.ID, id), documents.of(one));
                written++;
            }
        }
        for (String id : gone.keySet()) {
            writer.deleteDocuments(new Term(CaseDocuments.ID, id));
        }
        return new Changes(written, gone.size(), cases.size() - written);
    }
}
