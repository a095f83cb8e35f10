package org.govsocial.engine;

import org.govsocial.spi.GuidancePlugin;
import org.govsocial.spi.PluginInfo;
import org.govsocial.spi.Rule;
import org.govsocial.spi.RuleInfo;
import org.jspecify.annotations.Nullable;

/** A rule with what it says of itself, asked once, and the plug-in that answers for it. */
record Owned(
        Rule rule,
        RuleInfo info,
        PluginInfo owner,
        @Nullable GuidancePlugin plugin) {}
