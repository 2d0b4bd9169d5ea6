package org.gne.nn;

/** What is minimised where values lie between 0 and 1, as pixels do. Columns of other kinds have a loss of their own. */
public enum Loss {
    /** The squared difference. */
    SQUARED_ERROR,
    /** Binary cross-entropy. */
    CROSS_ENTROPY
}
