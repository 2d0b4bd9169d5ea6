package org.gne.train;

import org.gne.nn.AdamOptions;
import org.gne.nn.Loss;

/**
 * How coordinates and decoder are optimised.
 *
 * @param epochs passes over all rows, at least 1
 * @param batch rows per step, at least 1
 * @param loss what is minimised
 * @param decoderRate learning rate of the decoder
 * @param coordinateRate learning rate of the coordinates
 * @param noise standard deviation of the Gaussian noise added to coordinates in training
 * @param start where rows begin
 * @param update which rows a step moves
 * @param decoderAdam constants of the decoder's Adam
 * @param coordinateAdam constants of the coordinates' Adam; with {@link Update#VISITED} a step is a row's visit
 * @param search the global search
 */
public record TrainingOptions(
        int epochs,
        int batch,
        Loss loss,
        Schedule decoderRate,
        Schedule coordinateRate,
        Schedule noise,
        Start start,
        Update update,
        AdamOptions decoderAdam,
        AdamOptions coordinateAdam,
        SearchOptions search) {

    /** Where rows begin. */
    public enum Start {
        /** On the first principal components, scaled to standard deviation 1. */
        PCA,
        /** Anywhere, normally distributed with standard deviation 1. */
        RANDOM,
        /** The paper's: uniform in +-0.05. */
        UNIFORM
    }

    /** Which rows a step moves. */
    public enum Update {
        /** The rows of its batch: the work of an epoch is proportional to the rows. */
        VISITED,
        /**
         * All rows, those outside the batch by their momentum, as Keras does it: the work of an epoch grows with the
         * square of the rows.
         */
        DENSE
    }

    public TrainingOptions {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs: found " + epochs + ", expected at least 1");
        }
        if (batch < 1) {
            throw new IllegalArgumentException("batch: found " + batch + ", expected at least 1");
        }
    }

    public TrainingOptions withEpochs(int value) {
        return new TrainingOptions(
                value,
                batch,
                loss,
                decoderRate,
                coordinateRate,
                noise,
                start,
                update,
                decoderAdam,
                coordinateAdam,
                search);
    }

    public TrainingOptions withBatch(int value) {
        return new TrainingOptions(
                epochs,
                value,
                loss,
                decoderRate,
                coordinateRate,
                noise,
                start,
                update,
                decoderAdam,
                coordinateAdam,
                search);
    }

    public TrainingOptions withLoss(Loss value) {
        return new TrainingOptions(
                epochs,
                batch,
                value,
                decoderRate,
                coordinateRate,
                noise,
                start,
                update,
                decoderAdam,
                coordinateAdam,
                search);
    }

    public TrainingOptions withDecoderRate(Schedule value) {
        return new TrainingOptions(
                epochs, batch, loss, value, coordinateRate, noise, start, update, decoderAdam, coordinateAdam, search);
    }

    public TrainingOptions withCoordinateRate(Schedule value) {
        return new TrainingOptions(
                epochs, batch, loss, decoderRate, value, noise, start, update, decoderAdam, coordinateAdam, search);
    }

    public TrainingOptions withNoise(Schedule value) {
        return new TrainingOptions(
                epochs,
                batch,
                loss,
                decoderRate,
                coordinateRate,
                value,
                start,
                update,
                decoderAdam,
                coordinateAdam,
                search);
    }

    public TrainingOptions withStart(Start value) {
        return new TrainingOptions(
                epochs,
                batch,
                loss,
                decoderRate,
                coordinateRate,
                noise,
                value,
                update,
                decoderAdam,
                coordinateAdam,
                search);
    }

    public TrainingOptions withSearch(SearchOptions value) {
        return new TrainingOptions(
                epochs,
                batch,
                loss,
                decoderRate,
                coordinateRate,
                noise,
                start,
                update,
                decoderAdam,
                coordinateAdam,
                value);
    }
}
