package org.govsocial.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.govsocial.engine.Inputs;
import org.govsocial.model.MediaFeatures;
import org.govsocial.testkit.PluginContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFilesTest {
    @TempDir
    Path folder;

    @Test
    void the_plug_in_keeps_its_contract() {
        PluginContract.verify(new MediaFiles());
    }

    @Test
    void the_text_alternative_in_a_picture_is_found() throws IOException {
        Path file = folder.resolve("a.png");
        Files.write(
                file,
                png(xmp("<rdf:li xml:lang=\"mi\">He waka</rdf:li><rdf:li xml:lang=\"x-default\">A canoe</rdf:li>")));
        MediaFeatures seen = look(file);
        assertEquals("A canoe", seen.embeddedAlt().orNull());
        assertEquals(Boolean.FALSE, seen.location().orNull());
    }

    @Test
    void a_picture_without_one_has_none() throws IOException {
        Path file = folder.resolve("a.png");
        Files.write(file, png(""));
        assertEquals("", look(file).embeddedAlt().orNull());
    }

    @Test
    void a_place_in_the_metadata_is_told() throws IOException {
        Path file = folder.resolve("a.jpg");
        Files.write(file, jpegWithPlace());
        assertEquals(Boolean.TRUE, look(file).location().orNull());
    }

    @Test
    void what_is_no_picture_is_a_reason_and_no_fault() throws IOException {
        Path file = folder.resolve("a.jpg");
        Files.writeString(file, "not a picture at all, just words that go on for a while");
        assertTrue(look(file).embeddedAlt() instanceof org.govsocial.model.Seen.CannotTell);
    }

    private static MediaFeatures look(Path file) throws IOException {
        String name = String.valueOf(Objects.requireNonNull(file.getFileName()));
        return new MetadataProbe().look(Inputs.file(file, name), MediaFeatures.NONE);
    }

    private static String xmp(String items) {
        return "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:Iptc4xmpCore=\"http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/\">"
                + "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>" + items
                + "</rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta>";
    }

    /** One black pixel, with XMP where PNG keeps it. */
    private static byte[] png(String xmp) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", new byte[] {0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0});
        if (!xmp.isEmpty()) {
            chunk(out, "iTXt", ("XML:com.adobe.xmp\0\0\0\0\0" + xmp).getBytes(StandardCharsets.UTF_8));
        }
        var deflater = new Deflater();
        deflater.setInput(new byte[] {0, 0});
        deflater.finish();
        var data = new byte[64];
        int length = deflater.deflate(data);
        deflater.end();
        chunk(out, "IDAT", java.util.Arrays.copyOf(data, length));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        out.write(number(data.length));
        out.write(name);
        out.write(data);
        out.write(number((int) crc.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    /** A picture's head with Exif that holds 41°17'S, 174°46'E. */
    private static byte[] jpegWithPlace() throws IOException {
        var exif = java.nio.ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + 2 + 4 * 12 + 4 + 48);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        int data = 26 + 2 + 48 + 4;
        exif.putShort((short) 4);
        exif.putShort((short) 1).putShort((short) 2).putInt(2).put(new byte[] {'S', 0, 0, 0});
        exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(data);
        exif.putShort((short) 3).putShort((short) 2).putInt(2).put(new byte[] {'E', 0, 0, 0});
        exif.putShort((short) 4).putShort((short) 5).putInt(3).putInt(data + 24);
        exif.putInt(0);
        for (int n : new int[] {41, 1, 17, 1, 0, 1, 174, 1, 46, 1, 0, 1}) {
            exif.putInt(n);
        }
        byte[] app1 = exif.array();
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1});
        out.write(new byte[] {(byte) ((app1.length + 2) >> 8), (byte) (app1.length + 2)});
        out.write(app1);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xD9});
        return out.toByteArray();
    }
}
