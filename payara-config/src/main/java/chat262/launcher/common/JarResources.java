package chat262.launcher.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The files of {@code payara-config} inside the jar. */
public final class JarResources {
    private JarResources() {}

    public static InputStream open(String name) throws IOException {
        InputStream in = JarResources.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is not in the jar");
        }
        return in;
    }

    public static Properties properties(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open(name)) {
            properties.load(in);
        }
        return properties;
    }
}
