/** A program that checks its posts. */
module nz.example.embed {
    requires org.govsocial.guidance;
}
