package org.govsocial.model;

/**
 * A rule that did not finish on a subject, so that the subject was not judged by it.
 *
 * @param rule which rule
 * @param plugin id of the plug-in that owns it
 * @param maintainer who keeps the plug-in
 * @param reportTo where to report
 * @param error what went wrong, one line
 */
public record RuleFailure(RuleId rule, String plugin, String maintainer, String reportTo, String error) {}
