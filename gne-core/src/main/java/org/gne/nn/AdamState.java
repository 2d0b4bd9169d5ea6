package org.gne.nn;

/**
 * Parameters and the moments of their gradients.
 *
 * @param parameters the parameters
 * @param first the running means of the gradients, with the same length
 * @param second the running means of the squared gradients, with the same length
 */
public record AdamState(float[] parameters, float[] first, float[] second) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the arrays do not have the same length
     */
    public AdamState {
        if (first.length != parameters.length || second.length != parameters.length) {
            throw new IllegalArgumentException("moments of " + first.length + " and " + second.length
                    + " parameters, expected " + parameters.length);
        }
    }

    /** A copy with arrays of its own. */
    public AdamState copy() {
        return new AdamState(parameters.clone(), first.clone(), second.clone());
    }

    /**
     * Overwrites the arrays of this state.
     *
     * @throws IllegalArgumentException if the other state has another number of parameters
     */
    public void set(AdamState other) {
        if (other.parameters.length != parameters.length) {
            throw new IllegalArgumentException(
                    "found a state of " + other.parameters.length + " parameters, expected " + parameters.length);
        }
        System.arraycopy(other.parameters, 0, parameters, 0, parameters.length);
        System.arraycopy(other.first, 0, first, 0, first.length);
        System.arraycopy(other.second, 0, second, 0, second.length);
    }
}
