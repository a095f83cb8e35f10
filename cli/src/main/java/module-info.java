/** The govsocial command. */
module org.govsocial.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires java.logging;
    requires org.govsocial.catalogue;
    requires org.govsocial.guidance;
    requires static org.govsocial.mishap; // a document may be missing

    uses org.govsocial.cli.VerbGroup;

    provides org.govsocial.cli.VerbGroup with
            org.govsocial.cli.MishapGroup;
}
