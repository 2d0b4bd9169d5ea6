/** Programs to copy from. Each is one file; a test runs them all. */
@NullMarked
package org.gne.examples;

import org.jspecify.annotations.NullMarked;
