/** Tables that an embedded DuckDB reads: Parquet, JSON lines, and what an SQL query gives. */
@NullMarked
package org.gne.sql;

import org.jspecify.annotations.NullMarked;
