/** The arguments of commands: data, models, maps, and the options that several commands share. */
@NullMarked
package org.gne.cli.input;

import org.jspecify.annotations.NullMarked;
