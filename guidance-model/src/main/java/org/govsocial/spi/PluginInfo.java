package org.govsocial.spi;

import org.jspecify.annotations.Nullable;

/**
 * Who a plug-in is.
 *
 * @param id kebab case, unique
 * @param version the plug-in's version
 * @param apiLevel {@link GuidancePlugin#API_LEVEL}, by name, so that the compiler copies it
 * @param maintainer who keeps it
 * @param reportTo where to report a fault: an address or a page
 */
public record PluginInfo(String id, String version, int apiLevel, String maintainer, String reportTo) {
    // Written out, since the compiler's own is put together anew at each start, which takes longer than a check.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PluginInfo that
                && id.equals(that.id)
                && version.equals(that.version)
                && apiLevel == that.apiLevel
                && maintainer.equals(that.maintainer)
                && reportTo.equals(that.reportTo);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (31 * id.hashCode() + version.hashCode()) + apiLevel) + maintainer.hashCode())
                + reportTo.hashCode();
    }
}
