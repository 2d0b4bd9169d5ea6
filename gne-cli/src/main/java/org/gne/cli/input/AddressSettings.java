package org.gne.cli.input;

import java.nio.file.Path;
import java.util.List;
import org.gne.io.AddressOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for inputs that are addresses: {@code https://...} and {@code jdbc:...}. */
final class AddressSettings {

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "The query for a database (INPUT is jdbc:...); default: all rows of its only table.")
    private @Nullable String query;

    @Option(
            names = "--driver",
            paramLabel = "JAR",
            description =
                    "The jar of the JDBC driver; can be given several times; default: a driver on the class path.")
    private List<Path> drivers = List.of();

    @Option(
            names = "--download-limit",
            paramLabel = "MB",
            description = "The largest file that is downloaded (INPUT is https://...); default: 2048.")
    private @Nullable Integer downloadLimit;

    /**
     * The options for the library.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    AddressOptions options() {
        if (downloadLimit != null && downloadLimit < 1) {
            throw new IllegalArgumentException("--download-limit: found " + downloadLimit + ", expected at least 1");
        }
        AddressOptions options = AddressOptions.DEFAULTS.withQuery(query).withDrivers(drivers);
        return downloadLimit == null ? options : options.withMostBytes((long) downloadLimit << 20);
    }
}
