package org.govsocial.planning.toolbox;

import java.util.List;
import org.govsocial.spi.Rule;

/** The rules about plans. */
public final class PlanRules {
    private PlanRules() {}

    /**
     * All of them.
     *
     * @return one for each topic
     */
    public static List<Rule> all() {
        return List.of(
                new PlanObjectives(),
                new PlanAudience(),
                new PlanStage(),
                new PlanToolFit(),
                new PlanChannels(),
                new PlanRoles(),
                new PlanTwoPersonAccess(),
                new PlanHoursWatched(),
                new PlanModeration(),
                new PlanParticipationRules(),
                new PlanTransparencyStatement(),
                new PlanLegalTopics(),
                new PlanRecords(),
                new PlanAccessibility(),
                new PlanOfficialCopy(),
                new PlanEmergencies(),
                new PlanEndDate(),
                new PlanReviewDate());
    }
}
