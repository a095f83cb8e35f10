/** The govsocial command. */
module org.govsocial.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires java.logging;
    requires org.govsocial.audit;
    requires org.govsocial.catalogue;
    requires org.govsocial.guidance;
    // a document may be missing
    requires static org.govsocial.accessibility;
    requires static org.govsocial.casestudies;
    requires static org.govsocial.mishap;
    requires static org.govsocial.planning;

    uses org.govsocial.cli.VerbGroup;

    provides org.govsocial.cli.VerbGroup with
            org.govsocial.cli.DecideGroup,
            org.govsocial.cli.CasesGroup,
            org.govsocial.cli.HearingGroup,
            org.govsocial.cli.MishapGroup,
            org.govsocial.cli.PlanGroup;
}
