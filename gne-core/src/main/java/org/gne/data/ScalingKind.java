package org.gne.data;

/** Methods of scaling. */
public enum ScalingKind {
    /** No scaling. */
    NONE,
    /** A common offset and factor, so that every value is between 0 and 1. */
    UNIT,
    /** Each column to mean 0 and standard deviation 1; a constant column to 0. Categories share a factor. */
    STANDARDIZE
}
