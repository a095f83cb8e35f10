package org.govsocial.audit;

import java.util.Optional;
import org.govsocial.engine.Intake;
import org.govsocial.model.Post;

/**
 * Keeps to a period, and fills in what the archive leaves out.
 *
 * @param period the days that the audit is about
 * @param alternatives text alternatives that the archive leaves out
 */
public record AuditIntake(Period period, AltSheet alternatives) implements Intake {
    @Override
    public Optional<String> leavesOut(Post post) {
        return period.leavesOut(post);
    }

    @Override
    public Post completed(Post post) {
        return alternatives.completed(post);
    }
}
