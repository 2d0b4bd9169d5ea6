/** The {@code gne} command. Its subcommands are in the packages below, by subject. */
@NullMarked
package org.gne.cli;

import org.jspecify.annotations.NullMarked;
