/**
 * Tables that an embedded DuckDB reads: Parquet, JSON lines, and the results of SQL queries; and tables written as
 * Parquet.
 */
@NullMarked
package org.gne.sql;

import org.jspecify.annotations.NullMarked;
