/**
 * Tests for those who write rules and plug-ins. Every check throws {@link AssertionError}, so that it works with any test
 * framework.
 *
 * <p>{@link org.govsocial.testkit.PluginContract} checks what authors forget, {@link
 * org.govsocial.testkit.RuleExamples} runs the examples beside each rule, {@link org.govsocial.testkit.RuleAssert} asks
 * one rule about one post.
 */
@NullMarked
package org.govsocial.testkit;

import org.jspecify.annotations.NullMarked;
