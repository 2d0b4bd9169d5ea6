/** Figures of maps in formats fit to print: {@link org.gne.print.SvgMap} and {@link org.gne.print.PdfMap}. */
@NullMarked
package org.gne.print;

import org.jspecify.annotations.NullMarked;
