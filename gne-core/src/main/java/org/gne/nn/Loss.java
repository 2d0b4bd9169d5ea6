package org.gne.nn;

/** The loss of values between 0 and 1, such as pixels. Columns of other kinds have a loss of their own. */
public enum Loss {
    /** The squared difference. */
    SQUARED_ERROR,
    /** Binary cross-entropy. */
    CROSS_ENTROPY
}
