package org.govsocial.cli;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.govsocial.engine.Guidance;
import org.govsocial.json.JsonOutput;
import org.govsocial.mishap.Assessment;
import org.govsocial.model.Playbook;
import org.jspecify.annotations.Nullable;

/** Writes the steps of a playbook as JSON. */
final class MishapSteps {
    private MishapSteps() {}

    static void json(JsonOutput out, Assessment.FirstStep step, @Nullable OffsetDateTime noticed, Guidance guidance)
            throws IOException {
        Playbook.Step s = step.step();
        out.beginObject()
                .member("id", s.id())
                .member("playbook", step.playbook())
                .member("phase", s.phase().name().toLowerCase(Locale.ROOT))
                .member("title", s.title())
                .member("words", s.words())
                .member("owner", s.owner())
                .member("within", step.within().toString());
        if (noticed != null && s.phase() != Playbook.Phase.AFTER) {
            out.member("due", noticed.plus(step.within()).toString());
        }
        Mishaps.texts(out, "after", s.after());
        out.member("evidence", s.evidence());
        Mishaps.cites(out, s.cites(), guidance);
        out.endObject();
    }
}
