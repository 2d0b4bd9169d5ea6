/** What a finished map says: decision regions, overlap of classes, places where a feature or a class is strongest. */
@NullMarked
package org.gne.analysis;

import org.jspecify.annotations.NullMarked;
