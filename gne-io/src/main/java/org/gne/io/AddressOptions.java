package org.gne.io;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How inputs that are addresses are read: {@code https://...} and {@code jdbc:...}.
 *
 * @param query the SQL query for a database, or null to read its only table
 * @param drivers jars with the JDBC driver of a database; without any, the driver is on the class path
 * @param mostBytes the largest number of bytes of a file that is downloaded, at least 1
 */
public record AddressOptions(@Nullable String query, List<Path> drivers, long mostBytes) {

    /** No query, drivers from the class path, at most 2 GiB. */
    public static final AddressOptions DEFAULTS = new AddressOptions(null, List.of(), 2L << 30);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the number of bytes is below 1
     */
    public AddressOptions {
        drivers = List.copyOf(drivers);
        if (mostBytes < 1) {
            throw new IllegalArgumentException("mostBytes: found " + mostBytes + ", expected at least 1");
        }
    }

    /** The same options with another SQL query, or null to read the only table. */
    public AddressOptions withQuery(@Nullable String value) {
        return new AddressOptions(value, drivers, mostBytes);
    }

    /** The same options with other jars with JDBC drivers. */
    public AddressOptions withDrivers(List<Path> value) {
        return new AddressOptions(query, value, mostBytes);
    }

    /** The same options with another limit of a download, in bytes, at least 1. */
    public AddressOptions withMostBytes(long value) {
        return new AddressOptions(query, drivers, value);
    }
}
