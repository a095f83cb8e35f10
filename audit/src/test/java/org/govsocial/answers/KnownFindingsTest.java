package org.govsocial.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.govsocial.spi.InputException;
import org.junit.jupiter.api.Test;

class KnownFindingsTest {
    private static Set<String> read(String text) throws Exception {
        return KnownFindings.read("old", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void fingerprints_are_found_in_every_report_that_holds_them() throws Exception {
        Set<String> both = Set.of("a1", "b2");
        assertEquals(
                both,
                read("{\"tool\":{},\"subjects\":[{\"id\":\"p\",\"findings\":[{\"fingerprint\":\"a1\"}]},"
                        + "{\"findings\":[{\"text\":\"\\\"fingerprint\\\":\\\"x\\\"\",\"fingerprint\":\"b2\"}]}]}"));
        assertEquals(
                both,
                read("{\"id\":\"p\",\"findings\":[{\"fingerprint\":\"a1\"}]}\n\n"
                        + "{\"id\":\"q\",\"findings\":[{\"fingerprint\":\"b2\"}]}\n"));
        assertEquals(
                both,
                read(
                        "{\n  \"$schema\": \"s\", \"runs\": [ { \"results\": [ { \"partialFingerprints\":"
                                + " {\"govsocial/v1\": \"a1\"} }, { \"partialFingerprints\": {\"govsocial/v1\": \"b2\"} } ] } ]\n}"));
        assertEquals(both, read("\ufeff\"source\",\"fingerprint\"\r\n\"x\",\"a1\"\r\n\"y\",\"b2\"\r\n\"z\",\"\"\r\n"));
        assertEquals(Set.of(), read("{\"tool\":{},\"subjects\":[]}"));
    }

    @Test
    void what_is_no_report_is_refused() {
        for (String text : List.of(
                "",
                "{\"id\":\"p\",\"text\":\"Kia ora\"}\n",
                "id,text\n1,Kia ora\n",
                "{\"tool\":{},\"subjects\":[",
                "{\"id\":\"p\"}\n{\"id\":")) {
            InputException e = assertThrows(InputException.class, () -> read(text), text);
            assertTrue(e.problem().where().startsWith("old"), e.toString());
        }
    }
}
