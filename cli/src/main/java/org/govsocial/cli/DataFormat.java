package org.govsocial.cli;

/** How a verb that lists things writes them. */
enum DataFormat {
    TEXT,
    JSON
}
