package org.govsocial.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guidance as data: documents with their statements, word rules, and adjustments to rules of others.
 *
 * @param id kebab case, unique
 * @param version the pack's version
 * @param title what people call it
 * @param maintainer who keeps it
 * @param licence under which its words may be used, empty when not stated
 * @param attribution whom to credit, empty when nobody
 * @param sources that its statements were read in
 * @param documents the guidance it holds
 * @param rules stated as data
 * @param adjustments to rules of others
 * @param cases what others did and learned
 * @param triage questions that find out what kind of mishap it is; null for none
 * @param matrix which response a mishap calls for; null for none
 * @param playbooks what to do in a mishap
 * @param drills exercises
 * @param checklists what to see to in daily work
 * @param templates documents to make from a plan
 */
public record Pack(
        String id,
        String version,
        String title,
        String maintainer,
        String licence,
        String attribution,
        List<Source> sources,
        List<GuidanceDocument> documents,
        List<WordRule> rules,
        List<Adjustment> adjustments,
        List<CaseStudy> cases,
        @Nullable Triage triage,
        @Nullable Matrix matrix,
        List<Playbook> playbooks,
        List<Drill> drills,
        List<Checklist> checklists,
        List<Template> templates) {
    /** Copies the lists. */
    public Pack {
        sources = List.copyOf(sources);
        documents = List.copyOf(documents);
        rules = List.copyOf(rules);
        adjustments = List.copyOf(adjustments);
        cases = List.copyOf(cases);
        playbooks = List.copyOf(playbooks);
        drills = List.copyOf(drills);
        checklists = List.copyOf(checklists);
        templates = List.copyOf(templates);
    }

    /**
     * Makes a pack of cases and the sources that they were read in.
     *
     * @param id kebab case, unique
     * @param title what people call it
     * @param maintainer who keeps it
     * @param sources of the cases
     * @param cases what others did and learned
     * @return version 1.0.0 of the pack
     */
    public static Pack ofCases(
            String id, String title, String maintainer, List<Source> sources, List<CaseStudy> cases) {
        return of(id, title, maintainer, sources, List.of(), List.of(), cases);
    }

    /**
     * Makes a pack of an agency's own guidance and the word rules that rest on it.
     *
     * @param id kebab case, unique
     * @param title what people call it
     * @param maintainer who keeps it
     * @param sources that its statements were read in
     * @param documents the guidance it holds
     * @param rules stated as data
     * @return version 1.0.0 of the pack
     */
    public static Pack ofGuidance(
            String id,
            String title,
            String maintainer,
            List<Source> sources,
            List<GuidanceDocument> documents,
            List<WordRule> rules) {
        return of(id, title, maintainer, sources, documents, rules, List.of());
    }

    private static Pack of(
            String id,
            String title,
            String maintainer,
            List<Source> sources,
            List<GuidanceDocument> documents,
            List<WordRule> rules,
            List<CaseStudy> cases) {
        return new Pack(
                id,
                "1.0.0",
                title,
                maintainer,
                "",
                "",
                sources,
                documents,
                rules,
                List.of(),
                cases,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
