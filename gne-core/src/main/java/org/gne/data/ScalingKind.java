package org.gne.data;

/** The ways to scale. */
public enum ScalingKind {
    /** Raw values as they are. */
    NONE,
    /** A common factor and offset that put every value between 0 and 1. */
    UNIT,
    /** Each column to mean 0 and standard deviation 1; a constant column to 0. */
    STANDARDIZE
}
