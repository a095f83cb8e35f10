/**
 * Documents made from a plan, its register of accounts and the figures of a report, by templates that an agency can
 * replace. Start at {@link org.govsocial.planning.documents.Templates}.
 */
@NullMarked
package org.govsocial.planning.documents;

import org.jspecify.annotations.NullMarked;
