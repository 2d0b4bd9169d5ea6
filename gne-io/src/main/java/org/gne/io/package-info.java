/** Inputs: the data that a user names, opened by the format that claims it. Start at {@link org.gne.io.Inputs}. */
@NullMarked
package org.gne.io;

import org.jspecify.annotations.NullMarked;
