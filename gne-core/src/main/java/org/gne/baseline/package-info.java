/**
 * The methods that GNE is compared with: t-SNE, variational autoencoder, autoencoder, principal components. Start at
 * {@link org.gne.baseline.EncodedMap} and {@link org.gne.baseline.Tsne}.
 */
@NullMarked
package org.gne.baseline;

import org.jspecify.annotations.NullMarked;
