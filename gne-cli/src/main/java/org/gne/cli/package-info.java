/** The gne command: options, progress, files. No algorithms. */
@NullMarked
package org.gne.cli;

import org.jspecify.annotations.NullMarked;
