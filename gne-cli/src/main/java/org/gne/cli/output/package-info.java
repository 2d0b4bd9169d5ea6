/**
 * What commands write and print: the files of a result folder, measures, progress, failures. Start at {@link
 * org.gne.cli.output.ResultFiles} and {@link org.gne.cli.output.Failures}.
 */
@NullMarked
package org.gne.cli.output;

import org.jspecify.annotations.NullMarked;
