package org.gne.train;

import org.gne.data.Embedding;
import org.gne.nn.ResidualMlp;

/**
 * What a training leaves.
 *
 * @param embedding one point per row
 * @param decoder the trained decoder
 * @param epochs epochs done
 * @param loss mean loss of the last whole epoch, noise on; NaN if none was completed
 * @param seconds time in the loop
 * @param operations floating-point operations of the matrix products done in that time
 */
public record TrainingResult(
        Embedding embedding, ResidualMlp decoder, int epochs, double loss, double seconds, double operations) {}
