package org.gne;

/**
 * How rows were added to a map ({@link Gne#grow}).
 *
 * @param parent the SHA-256 of the coordinates of the map before, as {@code embeddingSha256} in its {@code metrics.json}
 * @param oldRows the number of rows of the map before
 * @param newRows the number of rows that were added
 * @param rehearsed the number of generated rows that stood for the old ones in training; 0 if the old rows were there
 * @param anchor the weight that held the old rows ({@link GrowOptions#anchor})
 */
public record GrowthRecord(String parent, int oldRows, int newRows, int rehearsed, double anchor) {}
