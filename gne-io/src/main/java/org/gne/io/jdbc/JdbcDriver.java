package org.gne.io.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.gne.io.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The driver of a database.
 *
 * @param driver the driver
 * @param jars the loader of its jars, or null if it is on the class path
 */
record JdbcDriver(Driver driver, @Nullable URLClassLoader jars) implements Closeable {

    /** Where the drivers of some databases are published, by what their addresses begin with. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "jdbc:sqlite:", "org.xerial:sqlite-jdbc",
            "jdbc:postgresql:", "org.postgresql:postgresql",
            "jdbc:mariadb:", "org.mariadb.jdbc:mariadb-java-client",
            "jdbc:mysql:", "com.mysql:mysql-connector-j",
            "jdbc:h2:", "com.h2database:h2",
            "jdbc:sqlserver:", "com.microsoft.sqlserver:mssql-jdbc",
            "jdbc:oracle:", "com.oracle.database.jdbc:ojdbc11");

    /**
     * Finds the driver for an address.
     *
     * @param name the address as messages show it
     * @param jars jars with the driver; if there are none, it is on the class path
     * @throws InputException if there is none
     */
    static JdbcDriver of(String name, String url, List<Path> jars) throws IOException {
        if (jars.isEmpty()) {
            Driver found = find(name, url, JdbcDriver.class.getClassLoader());
            if (found == null) {
                found = find(name, url, Thread.currentThread().getContextClassLoader());
            }
            if (found == null) {
                throw new InputException(
                        name + ": found no driver for it on the class path, expected one, or its jar with"
                                + " --driver JAR" + published(url));
            }
            return new JdbcDriver(found, null);
        }
        // Apart from the class path, so that the jar that was asked for is the one that is used.
        URLClassLoader loader = new URLClassLoader(urls(jars), ClassLoader.getPlatformClassLoader());
        Driver found = find(name, url, loader);
        if (found == null) {
            loader.close();
            throw new InputException(
                    jars.get(0) + ": found no driver for " + name + ", expected a jar with one" + published(url));
        }
        return new JdbcDriver(found, loader);
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            if (!Files.isRegularFile(jars.get(i))) {
                throw new InputException(jars.get(i) + ": no such file, expected the jar of a driver");
            }
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }

    private static @Nullable Driver find(String name, String url, @Nullable ClassLoader loader) {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            }
            return null;
        } catch (SQLException | ServiceConfigurationError | LinkageError e) {
            throw new InputException(name + ": a driver does not work: " + e.getMessage(), e);
        }
    }

    private static String published(String url) {
        return ARTIFACTS.entrySet().stream()
                .filter(each -> url.startsWith(each.getKey()))
                .map(each -> " (Maven artifact " + each.getValue() + ")")
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        if (jars != null) {
            jars.close();
        }
    }
}
