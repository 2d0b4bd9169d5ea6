package org.gne.spark;

import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;

/** Setters that return what they have set a parameter of. */
final class Fluent {

    private Fluent() {}

    /**
     * Sets a parameter.
     *
     * @param owner what has the parameter, a {@code T}
     * @return the owner
     */
    @SuppressWarnings("unchecked")
    static <T extends Params, V> T set(Params owner, Param<V> param, V value) {
        owner.set(param, value);
        return (T) owner;
    }
}
