/** {@code gne reproduce}: the figures and losses of the paper, as one page. */
@NullMarked
package org.gne.cli.paper;

import org.jspecify.annotations.NullMarked;
