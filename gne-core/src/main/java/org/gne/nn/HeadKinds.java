package org.gne.nn;

import java.util.List;
import java.util.stream.Collectors;

/** All heads. A new head is a class, and a line here. */
public final class HeadKinds {

    /** Values from 0 to 1, pixels: a sigmoid and the squared error. */
    public static final Head UNIT = new UnitHead();

    /** Values from 0 to 1, pixels: a sigmoid and the cross-entropy. */
    public static final Head UNIT_CROSS_ENTROPY = BinaryHead.ofShares();

    /** Numbers: the identity and the squared error. */
    public static final Head REAL = new RealHead();

    /** Booleans: a sigmoid and the cross-entropy. */
    public static final Head BINARY = BinaryHead.ofBooleans();

    /** One of several categories: a softmax and the cross-entropy. */
    public static final Head CATEGORICAL = new CategoricalHead();

    /** Counts: the exponential and the likelihood of a negative binomial distribution. */
    public static final Head COUNT = new CountHead();

    private static final List<Head> ALL = List.of(UNIT, UNIT_CROSS_ENTROPY, REAL, BINARY, CATEGORICAL, COUNT);

    private HeadKinds() {}

    /**
     * The head with a key.
     *
     * @throws IllegalArgumentException if there is no such head
     */
    public static Head of(String key) {
        for (Head head : ALL) {
            if (head.key().equals(key)) {
                return head;
            }
        }
        throw new IllegalArgumentException("head: found " + key + ", expected one of "
                + ALL.stream().map(Head::key).collect(Collectors.joining(", ")));
    }
}
