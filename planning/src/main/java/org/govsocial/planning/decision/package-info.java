/**
 * Whether an organisation should use social media, and how far: questions, answers, and a decision in which every
 * conclusion can be traced. Start at {@link org.govsocial.planning.decision.Decisions}.
 */
@NullMarked
package org.govsocial.planning.decision;

import org.jspecify.annotations.NullMarked;
