/** Tables of databases, by their JDBC drivers. */
@NullMarked
package org.gne.io.jdbc;

import org.jspecify.annotations.NullMarked;
