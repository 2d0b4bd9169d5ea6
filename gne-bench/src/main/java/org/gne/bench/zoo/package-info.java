/** Many tables of all kinds, generated and real, and what a fit explains of each. Nothing here is published. */
@NullMarked
package org.gne.bench.zoo;

import org.jspecify.annotations.NullMarked;
