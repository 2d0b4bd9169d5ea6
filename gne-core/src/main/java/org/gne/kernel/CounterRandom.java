package org.gne.kernel;

/**
 * Random numbers as a pure function of a seed and counters, so that a draw does not depend on earlier draws or on the
 * thread. The mixing function is SplitMix64's finaliser (Steele et al. 2014, constants of Stafford's variant 13),
 * applied once per word.
 *
 * @param key the number that the counters are mixed with
 * @hidden internal
 */
public record CounterRandom(long key) {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** The stream for one purpose; different names give independent streams. */
    public static CounterRandom of(long seed, String purpose) {
        long key = mix(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            key = mix(key ^ (purpose.charAt(i) * GOLDEN));
        }
        return new CounterRandom(key);
    }

    /** The stream of one step of this one. */
    public CounterRandom at(long step) {
        return new CounterRandom(mix(key + (step + 1) * GOLDEN));
    }

    /** 64 random bits. */
    public long bits(long counter) {
        return mix(key ^ mix((counter + 1) * GOLDEN));
    }

    /** Uniform in [0, 1). */
    public double uniform(long counter) {
        return (bits(counter) >>> 11) * 0x1p-53;
    }

    /** A uniform integer in [0, bound), by multiplication; its bias is below bound / 2^63. */
    public int below(int bound, long counter) {
        return (int) Math.multiplyHigh(bits(counter) >>> 1, (long) bound << 1);
    }

    /** Normal with mean 0 and standard deviation 1. */
    public float gaussian(long counter) {
        return NormalQuantile.of(((bits(counter) >>> 11) + 0.5) * 0x1p-53);
    }

    /** A random permutation of 0 to {@code n - 1} (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = below(i + 1, i);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
