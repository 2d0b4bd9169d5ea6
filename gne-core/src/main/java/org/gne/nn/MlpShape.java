package org.gne.nn;

/**
 * The shape of a {@link ResidualMlp}, and the offsets of its parameters in one flat array: those of the {@link Encoding};
 * W0 {@code [encoding.width, hidden]}, b0; per block W1 {@code [hidden, hidden]}, b1, W2 {@code [hidden, hidden]}, b2; then {@code [hidden, out]} and its bias.
 * All matrices are row-major and used as {@code y = x W + b}.
 *
 * @param encoding what the first layer receives
 * @param hidden the width of the residual stream, at least 1
 * @param blocks the number of residual blocks, at least 0
 * @param heads the heads of the outputs
 */
public record MlpShape(Encoding encoding, int hidden, int blocks, Heads heads) {

    /** The shape of a network whose first layer receives its {@code in} inputs as they are. */
    public MlpShape(int in, int hidden, int blocks, Heads heads) {
        this(new PlainEncoding(in), hidden, blocks, heads);
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if a size is out of its range, or the network has 2^31 parameters or more
     */
    public MlpShape {
        atLeast("in", encoding.in(), 1);
        atLeast("hidden", hidden, 1);
        atLeast("blocks", blocks, 0);
        int out = heads.width();
        // In double, because the sizes of a damaged file could overflow a long.
        double parameters = encoding.parameters()
                + (encoding.width() + 1.0) * hidden
                + 2.0 * blocks * (hidden + 1.0) * hidden
                + (hidden + 1.0) * out;
        if (parameters > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a network of " + parameters + " parameters, expected below 2^31");
        }
    }

    private static void atLeast(String name, int found, int least) {
        if (found < least) {
            throw new IllegalArgumentException(name + ": found " + found + ", expected at least " + least);
        }
    }

    /** The number of inputs. */
    public int in() {
        return encoding.in();
    }

    /** The number of outputs. */
    public int out() {
        return heads.width();
    }

    /** The number of parameters. */
    public int parameters() {
        return outputBias() + out();
    }

    /** The offset of W0; its bias follows it. */
    public int inputWeights() {
        return encoding.parameters();
    }

    /** The offset of the first (0) or second (1) matrix of a block; its bias follows it. */
    public int blockWeights(int block, int which) {
        return inputWeights() + (encoding.width() + 1) * hidden + (2 * block + which) * (hidden + 1) * hidden;
    }

    int blockBias(int block, int which) {
        return blockWeights(block, which) + hidden * hidden;
    }

    /** The offset of the last matrix; its bias follows it. */
    public int outputWeights() {
        return blockWeights(blocks, 0);
    }

    int outputBias() {
        return outputWeights() + hidden * out();
    }

    /** The floating-point operations of the matrix products of one row, forward. */
    public long forwardOperations() {
        return 2L * hidden * (encoding.width() + 2L * blocks * hidden + out());
    }

    /** The same for a training step of one row: forward, gradient of the parameters, gradient of the inputs. */
    public long trainingOperations() {
        return 3 * forwardOperations();
    }
}
