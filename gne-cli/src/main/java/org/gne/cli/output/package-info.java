/**
 * What commands write and print: result folders, progress, failures. Start at {@link org.gne.cli.output.ResultFolder} and
 * {@link org.gne.cli.output.Failures}.
 */
@NullMarked
package org.gne.cli.output;

import org.jspecify.annotations.NullMarked;
