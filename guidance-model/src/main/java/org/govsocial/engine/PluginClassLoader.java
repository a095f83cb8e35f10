package org.govsocial.engine;

import java.net.URL;
import java.net.URLClassLoader;

/** One per plug-in jar. Sees the JDK, the plug-in contract of the host and the jar: nothing else. */
final class PluginClassLoader extends URLClassLoader {
    PluginClassLoader(String name, URL jar, ClassLoader host) {
        super(name, new URL[] {jar}, new ContractOnly(host));
    }

    private static final class ContractOnly extends ClassLoader {
        private final ClassLoader host;

        ContractOnly(ClassLoader host) {
            super(getPlatformClassLoader());
            this.host = host;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.govsocial.model.")
                    || name.startsWith("org.govsocial.spi.")
                    || name.startsWith("org.jspecify.annotations.")) {
                return host.loadClass(name);
            }
            Class<?> type = super.loadClass(name, resolve);
            // On the module path the platform loader also finds the classes of the application's named modules.
            if (type.getClassLoader() == host) {
                throw new ClassNotFoundException(name);
            }
            return type;
        }
    }
}
