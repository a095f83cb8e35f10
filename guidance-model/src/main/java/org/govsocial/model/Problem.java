package org.govsocial.model;

/**
 * Something that could not be done, in words that a person can act on.
 *
 * @param where the file, line, JSON path, jar or rule, for example {@code "posts.jsonl:12"}
 * @param what what was wrong
 * @param advice what to do next
 */
public record Problem(String where, String what, String advice) {
    @Override
    public String toString() {
        return where + ": " + what + (advice.isEmpty() ? "" : " " + advice);
    }
}
