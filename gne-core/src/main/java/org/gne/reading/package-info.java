/** What a map says: which class each of its places belongs to, which classes overlap, where a feature is strongest. */
@NullMarked
package org.gne.reading;

import org.jspecify.annotations.NullMarked;
