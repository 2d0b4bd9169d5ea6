package org.gne.io;

/** What the labels of rows are. */
public enum LabelType {
    /** Classes: a colour each. */
    CLASS,
    /** Numbers: a scale of colours. */
    NUMBER
}
