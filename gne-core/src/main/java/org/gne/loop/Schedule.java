package org.gne.loop;

/**
 * A number that changes during the training.
 *
 * @param start the value at the beginning
 * @param end the value from {@code until} on
 * @param curve how the value changes from start to end
 * @param until the share of the training after which the end is reached, above 0 to 1
 */
public record Schedule(double start, double end, Curve curve, double until) {

    /** How the value changes. */
    public enum Curve {
        /** Linearly. */
        LINEAR,
        /** Like half a cosine (Loshchilov and Hutter 2017): slowly, fast, slowly. */
        COSINE
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a value is negative or infinite, or {@code until} is out of its range
     */
    public Schedule {
        if (!(start >= 0 && end >= 0) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("a schedule from " + start + " to " + end + ", expected at least 0");
        }
        if (!(until > 0 && until <= 1)) {
            throw new IllegalArgumentException("a schedule until " + until + ", expected above 0 to 1");
        }
    }

    /** The same value during the whole training. */
    public static Schedule constant(double value) {
        return new Schedule(value, value, Curve.LINEAR, 1);
    }

    /** Linearly from start to end over the whole training. */
    public static Schedule linear(double start, double end) {
        return new Schedule(start, end, Curve.LINEAR, 1);
    }

    /** Like half a cosine from start to end over the whole training. */
    public static Schedule cosine(double start, double end) {
        return new Schedule(start, end, Curve.COSINE, 1);
    }

    /** The same schedule with another start. */
    public Schedule startingAt(double value) {
        return new Schedule(value, start == end ? value : end, curve, until);
    }

    /** The same schedule with all values multiplied by a factor, at least 0. */
    public Schedule times(double factor) {
        return factor == 1 ? this : new Schedule(start * factor, end * factor, curve, until);
    }

    /**
     * The value at some point of the training.
     *
     * @param progress the finished share of the training, 0 to 1
     */
    public double at(double progress) {
        if (start == end) {
            return start;
        }
        double x = Math.min(1, progress / until);
        double weight = curve == Curve.LINEAR ? x : (1 - StrictMath.cos(Math.PI * x)) / 2;
        return start + (end - start) * weight;
    }
}
