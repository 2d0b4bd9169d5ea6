package org.gne.onnx;

import java.util.List;
import org.gne.data.Scaling;
import org.gne.data.Tails;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXInitializer;
import org.tribuo.util.onnx.ONNXNode;
import org.tribuo.util.onnx.ONNXOperators;

/** Converts means to the units of the data, like {@link Scaling#undo}. */
record Unscaled(ONNXContext graph, Scaling scaling) {

    /**
     * @param means {@code [n, width]}
     * @return {@code [n, width]}
     */
    ONNXNode of(ONNXNode means) {
        Tails tails = scaling.tails();
        ONNXNode scaled = tails == null ? means : unsquashed(means, tails.shift().length);
        ONNXNode raw = scaled.apply(ONNXOperators.DIV, graph.array("scaling.factor", scaling.factor()))
                .apply(ONNXOperators.ADD, graph.array("scaling.offset", scaling.offset()));
        return tails == null ? raw : withinData(fromLogarithm(raw, tails), tails);
    }

    /** Up to the limit the value itself; beyond it {@code limit + exp(|value| - limit) - 1}, with its sign. */
    private ONNXNode unsquashed(ONNXNode squashed, int width) {
        float[] limits = new float[width];
        for (int j = 0; j < width; j++) {
            limits[j] = scaling.limit(j);
        }
        ONNXInitializer end = graph.array("scaling.limit", limits);
        ONNXNode size = squashed.apply(MoreOperators.ABS);
        ONNXNode beyond = size.apply(ONNXOperators.SUB, end)
                .apply(MoreOperators.MAX, graph.constant("scaling.zero", 0f))
                .apply(MoreOperators.EXP)
                .apply(ONNXOperators.SUB, graph.constant("scaling.one", 1f));
        return size.apply(MoreOperators.MIN, end)
                .apply(ONNXOperators.ADD, beyond)
                .apply(ONNXOperators.MUL, squashed.apply(MoreOperators.SIGN));
    }

    private ONNXNode fromLogarithm(ONNXNode raw, Tails tails) {
        int width = tails.shift().length;
        float[] shift = new float[width];
        float[] logarithmic = new float[width];
        boolean any = false;
        for (int j = 0; j < width; j++) {
            boolean isLogarithm = tails.logarithmic(j);
            shift[j] = isLogarithm ? tails.shift()[j] : 0;
            logarithmic[j] = isLogarithm ? 1 : 0;
            any |= isLogarithm;
        }
        if (!any) {
            return raw;
        }
        ONNXNode values = raw.apply(MoreOperators.EXP).apply(ONNXOperators.SUB, graph.array("scaling.shift", shift));
        // A selection, not a product, because the exponential of other columns may be infinite.
        return graph.array("scaling.logarithmic", logarithmic)
                .apply(ONNXOperators.GREATER, graph.constant("scaling.half", 0.5f))
                .apply(ONNXOperators.WHERE, List.of(values, raw));
    }

    private ONNXNode withinData(ONNXNode values, Tails tails) {
        return values.apply(MoreOperators.MIN, graph.array("scaling.high", tails.high()))
                .apply(MoreOperators.MAX, graph.array("scaling.low", tails.low()));
    }
}
