package org.gne.nn;

/**
 * Parameters, and what Adam remembers of their gradients.
 *
 * @param parameters what is learnt
 * @param first as long: the running means of the gradients
 * @param second as long: those of their squares
 */
public record AdamState(float[] parameters, float[] first, float[] second) {

    public AdamState {
        if (first.length != parameters.length || second.length != parameters.length) {
            throw new IllegalArgumentException("moments of " + first.length + " and " + second.length
                    + " parameters, expected " + parameters.length);
        }
    }

    /** Arrays of its own with the same values. */
    public AdamState copy() {
        return new AdamState(parameters.clone(), first.clone(), second.clone());
    }

    /**
     * Overwrites this state's arrays.
     *
     * @throws IllegalArgumentException if the other has more or fewer parameters
     */
    public void set(AdamState other) {
        if (other.parameters.length != parameters.length) {
            throw new IllegalArgumentException(
                    "a state of " + other.parameters.length + " parameters, expected " + parameters.length);
        }
        System.arraycopy(other.parameters, 0, parameters, 0, parameters.length);
        System.arraycopy(other.first, 0, first, 0, first.length);
        System.arraycopy(other.second, 0, second, 0, second.length);
    }
}
