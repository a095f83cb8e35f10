package org.govsocial.model;

/** Something that the guidance speaks about and that rules can judge. */
public sealed interface Subject permits Post, Profile, Plan, Incident, CaseStudy {
    /**
     * Identity within its source: a platform's post id, or the path of a draft in its workspace.
     *
     * @return never blank
     */
    String id();
}
