package org.govsocial.catalogue;

import java.util.Collection;
import java.util.TreeMap;
import org.govsocial.model.Pack;
import org.govsocial.model.Source;
import org.govsocial.spi.Catalogue;

/** The sources of everything loaded. */
final class Sources {
    private Sources() {}

    /** Each once, by code, as the catalogue has it. */
    static Collection<Source> of(Catalogue catalogue) {
        var byCode = new TreeMap<String, Source>();
        for (Pack pack : catalogue.packs()) {
            for (Source source : pack.sources()) {
                byCode.putIfAbsent(
                        source.code(), catalogue.source(source.code()).orElse(source));
            }
        }
        return byCode.values();
    }
}
