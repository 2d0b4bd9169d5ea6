package org.gne.train;

import org.gne.data.Slices;
import org.gne.layout.Springs;
import org.gne.layout.Ties;

/**
 * Rows of the same id in consecutive slices, which are tied to each other.
 *
 * @param dim the number of dimensions of the map
 * @param weight the cost of a pair that is one map unit apart, in variances of the data; at least 0. Initial maps have a standard
 *     deviation of one map unit
 * @hidden internal
 */
public record TiedRows(Slices slices, int dim, double weight) implements Holding {

    @Override
    public Springs springs(double variance) {
        return new Ties(slices, dim, (float) (weight * variance));
    }
}
