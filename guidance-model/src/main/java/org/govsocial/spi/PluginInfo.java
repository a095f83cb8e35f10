package org.govsocial.spi;

/**
 * Who a plug-in is.
 *
 * @param id kebab case, unique
 * @param version the plug-in's version
 * @param apiLevel {@link GuidancePlugin#API_LEVEL}, by name, so that the compiler copies it
 * @param maintainer who keeps it
 * @param reportTo where to report a fault: an address or a page
 */
public record PluginInfo(String id, String version, int apiLevel, String maintainer, String reportTo) {}
