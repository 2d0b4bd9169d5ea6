/** What commands leave and print: the files of a result folder, measures, progress, failures. */
@NullMarked
package org.gne.cli.output;

import org.jspecify.annotations.NullMarked;
