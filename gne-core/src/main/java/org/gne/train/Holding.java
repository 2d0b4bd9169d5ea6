package org.gne.train;

import org.gne.layout.Springs;

/**
 * What holds the rows of a training beside their reconstruction: an older map, or rows of the same id.
 *
 * @hidden internal
 */
public sealed interface Holding permits OldMap, TiedRows {

    /**
     * The springs of a training.
     *
     * @param variance the variance of the data, averaged over the columns
     */
    Springs springs(double variance);
}
