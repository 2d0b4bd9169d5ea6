/** The words of texts, and names of clusters by the words that set them apart. Start at {@link org.gne.words.PhraseNamer}. */
@NullMarked
package org.gne.words;

import org.jspecify.annotations.NullMarked;
