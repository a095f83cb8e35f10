package org.govsocial.mishap.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * For {@code .ci/steps/40-power-cuts.sh}: makes a log ({@code create FOLDER}), or looks at it after the power came back
 * ({@code check FOLDER ACKNOWLEDGEMENTS}) and fails when an acknowledged entry is lost or numbers have a gap.
 */
final class CutCheck {
    private CutCheck() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        LogSettings settings = LogSettings.of(java.time.Clock.systemUTC());
        if (args[0].equals("create")) {
            try (IncidentLog log = IncidentLog.create(folder, settings)) {
                System.out.println(log.append(Draft.of("note", "test", "Before the first cut")));
            }
            return;
        }
        try (IncidentLog log = IncidentLog.open(folder, settings)) {
            var texts = new HashMap<Long, String>();
            List<Entry> entries = log.entries();
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).number() != i + 1) {
                    throw new IllegalStateException(
                            "gap before entry " + entries.get(i).number());
                }
                texts.put(i + 1L, TestLogs.text(entries.get(i)));
            }
            String acknowledged = Files.readString(Path.of(args[2]));
            for (String line : acknowledged
                    .substring(0, acknowledged.lastIndexOf('\n') + 1)
                    .lines()
                    .toList()) {
                int space = line.indexOf(' ');
                if (!line.substring(space + 1).equals(texts.get(Long.valueOf(line.substring(0, space))))) {
                    throw new IllegalStateException("lost: " + line);
                }
            }
            log.append(Draft.of("note", "test", "After the cut"));
            List<Damage> damage = log.verify(List.of(), null).damage();
            if (!damage.isEmpty()) {
                throw new IllegalStateException("damage: " + damage);
            }
        }
    }
}
