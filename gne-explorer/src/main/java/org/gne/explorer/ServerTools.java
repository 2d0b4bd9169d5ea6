package org.gne.explorer;

import org.jspecify.annotations.Nullable;

/**
 * What a server of a map can do beside showing it; each is null if it cannot.
 *
 * @param search finds rows by meaning
 * @param tags keeps the tags of rows
 * @param parquet writes rows as Parquet
 */
public record ServerTools(
        @Nullable MeaningSearch search,
        @Nullable TagFile tags,
        @Nullable RowsExport parquet) {

    /** A server that only shows a map. */
    public static final ServerTools NONE = new ServerTools(null, null, null);
}
