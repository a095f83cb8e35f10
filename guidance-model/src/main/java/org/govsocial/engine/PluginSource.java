package org.govsocial.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.govsocial.model.Problem;
import org.govsocial.spi.GuidancePlugin;
import org.jspecify.annotations.Nullable;

/** Finds plug-ins. A plug-in that cannot be found whole becomes a problem; the others are found all the same. */
final class PluginSource {
    /** A plug-in and where it was found. */
    record Found(GuidancePlugin plugin, String where, boolean application) {}

    private final List<Problem> problems;
    private final List<Found> found = new ArrayList<>();

    PluginSource(List<Problem> problems) {
        this.problems = problems;
    }

    List<Found> found() {
        return List.copyOf(found);
    }

    void application() {
        ClassLoader host = PluginSource.class.getClassLoader();
        collect(ServiceLoader.load(GuidancePlugin.class, host), "the application", null);
    }

    void given(List<GuidancePlugin> plugins) {
        for (GuidancePlugin plugin : plugins) {
            found.add(new Found(plugin, "the application", true));
        }
    }

    void jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(f -> f.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new Problem(
                    folder.toString(), "The plug-in folder cannot be read.", "Check that you may open the folder."));
            return;
        }
        for (Path jar : jars) {
            jar(jar);
        }
    }

    private void jar(Path jar) {
        String where = jar.toString().replace('\\', '/');
        // A class loader passes over a corrupt jar without a word, so open it first.
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry("META-INF/services/" + GuidancePlugin.class.getName()) == null) {
                problems.add(new Problem(
                        where,
                        "The jar holds no plug-in: META-INF/services/" + GuidancePlugin.class.getName()
                                + " is missing.",
                        "Take it out of the folder, or ask its author for a jar that names its plug-in there."));
                return;
            }
        } catch (IOException e) {
            problems.add(
                    new Problem(where, "The file is not a readable jar, so its rules did not run.", "Copy it again."));
            return;
        }
        try {
            // Never closed: the plug-in's classes and resources are needed for as long as the guidance is.
            @SuppressWarnings("resource")
            var loader = new PluginClassLoader(where, jar.toUri().toURL(), PluginSource.class.getClassLoader());
            int before = found.size();
            int troubles = problems.size();
            collect(ServiceLoader.load(GuidancePlugin.class, loader), where, loader);
            if (found.size() == before && problems.size() == troubles) {
                problems.add(new Problem(
                        where,
                        "The jar names no plug-in of its own.",
                        "Ask its author for a jar that holds the class."));
            }
        } catch (IOException e) {
            problems.add(new Problem(where, "The jar cannot be opened.", "Copy it again."));
        }
    }

    private void collect(ServiceLoader<GuidancePlugin> services, String where, @Nullable ClassLoader own) {
        Iterator<ServiceLoader.Provider<GuidancePlugin>> providers =
                services.stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<GuidancePlugin> provider = providers.next();
                if (own != null && provider.type().getClassLoader() != own) {
                    continue;
                }
                found.add(new Found(provider.get(), where, own == null));
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(Faults.ofPlugin(where, e));
            }
        }
    }
}
