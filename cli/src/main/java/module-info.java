/** The govsocial command. */
module org.govsocial.cli {
    requires static org.jspecify;
    requires info.picocli;
    requires org.govsocial.guidance;

    uses org.govsocial.cli.VerbGroup;
}
