package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govsocial.bags.Bag;
import org.govsocial.bags.BagInfo;
import org.govsocial.bags.Payload;

/** Packs the folder of a log for an archive. Called while nobody can write to the log. */
final class Bagging {
    private static final String INCIDENT = "incident/";

    private Bagging() {}

    static Bag.Made write(Path folder, Path target, BagInfo info, List<Payload> readings) throws IOException {
        var payloads = new ArrayList<>(readings);
        payloads.add(new Payload(Releasing.VERIFIER, Releasing::verifier));
        for (String name : List.of(Journal.LOG, Journal.CONFIRMED)) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                payloads.add(new Payload(INCIDENT + name, () -> Files.newInputStream(file)));
            }
        }
        for (String name : List.of(Attachments.FOLDER, LogVerifier.CHECKPOINTS)) {
            Path below = folder.resolve(name);
            if (Files.isDirectory(below)) {
                payloads.addAll(Payload.of(INCIDENT + name, below));
            }
        }
        return Bag.create(target, info, payloads);
    }
}
