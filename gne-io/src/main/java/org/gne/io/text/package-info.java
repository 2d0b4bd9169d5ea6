/** Text files with a record per line: their encoding, their delimiter, and the fields of each record. */
@NullMarked
package org.gne.io.text;

import org.jspecify.annotations.NullMarked;
