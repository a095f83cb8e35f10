/** The govsocial command. */
module org.govsocial.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires java.logging;
    requires org.govsocial.catalogue;
    requires org.govsocial.guidance;

    uses org.govsocial.cli.VerbGroup;
}
