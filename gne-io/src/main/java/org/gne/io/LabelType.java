package org.gne.io;

/** The type of labels. */
public enum LabelType {
    /** Classes: each has a colour. */
    CLASS,
    /** Numbers: colours on a scale. */
    NUMBER
}
