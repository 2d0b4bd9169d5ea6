package org.gne;

import org.gne.data.Embedding;
import org.gne.data.MapPath;
import org.gne.data.MapRange;
import org.gne.mixture.MapMixture;
import org.jspecify.annotations.Nullable;

/**
 * What a map generates: samples at given points, on a grid, along a path, at random. Each has two methods: one returns the
 * samples, in the units of the data, the other, with {@code Places} in its name, the points at which they are generated.
 */
public interface GenerativeMap {

    /** The coordinates of the rows. */
    Embedding embedding();

    /** The density of the rows and their classes on the map, or null if it was not fitted. */
    @Nullable MapMixture mixture();

    /**
     * Generates samples at some points of the map.
     *
     * @param places coordinates {@code [n][dim]}
     * @return {@code [n][width]}, in the units of the data
     * @throws IllegalArgumentException if a point has another dimension than the map, or a coordinate is not finite
     */
    float[][] generate(float[][] places);

    /**
     * Generates a sample at a point of the map: {@code generate(0.5f, -1)}.
     *
     * @param place {@code [dim]}: the coordinates
     * @return {@code [width]}, in the units of the data
     */
    default float[] generate(float... place) {
        return generate(new float[][] {place})[0];
    }

    /**
     * Generates samples on a grid over a 2-D map, at {@link #gridPlaces}.
     *
     * @param n the number of samples per line and per column, at least 1
     * @return {@code [n * n][width]}, line by line from the top left, in the units of the data
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    default float[][] grid(int n) {
        return generate(gridPlaces(n));
    }

    /**
     * The centres of n x n cells over the map, by {@link MapRange#gridPlaces}.
     *
     * @return {@code [n * n][2]}
     * @throws IllegalArgumentException if the map does not have 2 dimensions
     */
    default float[][] gridPlaces(int n) {
        return MapRange.gridPlaces(embedding(), n);
    }

    /**
     * Generates samples along a path of straight lines, at {@link #pathPlaces}.
     *
     * @param steps the number of samples, at least the number of corners
     * @param corners at least two points of the map
     * @return {@code [steps][width]}, in the units of the data
     */
    default float[][] path(int steps, float[]... corners) {
        return generate(pathPlaces(steps, corners));
    }

    /**
     * Points along a path of straight lines, at about equal distances; the corners are among them.
     *
     * @param steps the number of points, at least the number of corners
     * @param corners at least two points of the map
     * @return {@code [steps][dim]}
     * @throws IllegalArgumentException if there are fewer than 2 corners, fewer steps than corners, or corners of other
     *     dimensions than the map
     */
    default float[][] pathPlaces(int steps, float[]... corners) {
        float[][] places = MapPath.of(steps, corners);
        if (places[0].length != embedding().dim()) {
            throw new IllegalArgumentException("path: found points of " + places[0].length + " coordinates, expected "
                    + embedding().dim() + " as the map has");
        }
        return places;
    }

    /**
     * Generates random samples, distributed like the rows, at {@link #samplePlaces(int, long)}.
     *
     * @param n the number of samples, at least 0
     * @param seed the same seed gives the same samples
     * @return {@code [n][width]}, in the units of the data
     * @throws IllegalStateException if there is no {@link #mixture}
     */
    default float[][] sample(int n, long seed) {
        return generate(samplePlaces(n, seed));
    }

    /**
     * Generates random samples of a class, at {@link #samplePlaces(int, long, String)}.
     *
     * @param label the name of the class
     * @return {@code [n][width]}, in the units of the data
     * @throws IllegalArgumentException if there is no such class, or it has no rows; the message lists the classes
     * @throws IllegalStateException if there is no {@link #mixture}
     */
    default float[][] sample(int n, long seed, String label) {
        return generate(samplePlaces(n, seed, label));
    }

    /**
     * Random points, distributed like the rows.
     *
     * @param n the number of points, at least 0
     * @param seed the same seed gives the same points; the first points do not depend on {@code n}
     * @return {@code [n][dim]}
     * @throws IllegalStateException if there is no {@link #mixture}
     */
    default float[][] samplePlaces(int n, long seed) {
        return fittedMixture().sample(n, seed);
    }

    /**
     * Random points, distributed like the rows of a class.
     *
     * @param label the name of the class
     * @return {@code [n][dim]}
     * @throws IllegalArgumentException if there is no such class, or it has no rows; the message lists the classes
     * @throws IllegalStateException if there is no {@link #mixture}
     */
    default float[][] samplePlaces(int n, long seed, String label) {
        MapMixture fitted = fittedMixture();
        return fitted.sample(n, fitted.index(label), seed);
    }

    /**
     * The mixture.
     *
     * @throws IllegalStateException if there is none
     */
    private MapMixture fittedMixture() {
        MapMixture fitted = mixture();
        if (fitted == null) {
            throw new IllegalStateException("the model has no mixture, expected one: withMixture");
        }
        return fitted;
    }
}
