package org.govsocial.cli;

import java.lang.module.ModuleDescriptor;

/** Which govsocial this is. */
final class Version {
    private Version() {}

    /** From the module or the jar; "development" when run from loose class files. */
    static String number() {
        ModuleDescriptor module = Version.class.getModule().getDescriptor();
        if (module != null) {
            return module.rawVersion().orElse("development");
        }
        String inJar = Version.class.getPackage().getImplementationVersion();
        return inJar == null ? "development" : inJar;
    }
}
