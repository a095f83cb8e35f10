package org.govsocial.mishap.record;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * A process of its own that appends and says what was acknowledged: {@code FOLDER NAME COUNT [wait] [acks FILE]}. Each
 * line of its output is a number and the text that was acknowledged under it.
 */
final class Appender {
    private Appender() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        String name = args[1];
        int count = Integer.parseInt(args[2]);
        boolean wait = args.length > 3 && args[3].equals("wait");
        try (OutputStream acks = args.length > 4 ? new FileOutputStream(args[4], true) : null;
                IncidentLog log = IncidentLog.open(
                        folder, new LogSettings(java.time.Clock.system(ZoneOffset.UTC), Duration.ofMinutes(5)))) {
            OutputStream out = acks == null ? System.out : acks;
            if (wait) {
                out.write("ready\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (System.in.read() < 0) {
                    return;
                }
            }
            for (int i = 0; i < count; i++) {
                String text = name + "-" + i;
                Receipt receipt = log.append(Draft.of("note", name, text));
                out.write((receipt.number() + " " + text + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (LogException e) {
            System.out.println("REFUSED " + e.getMessage());
            System.exit(3);
        }
    }
}
