package org.gne.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gne.nn.Encoding;
import org.gne.nn.GridEncoding;
import org.gne.nn.ResidualMlp;
import org.gne.nn.SineEncoding;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXInitializer;
import org.tribuo.util.onnx.ONNXNode;
import org.tribuo.util.onnx.ONNXOperators;
import org.tribuo.util.onnx.ONNXRef;

/** The inputs of the first layer at points of the map, like {@link Encoding}. */
record Encoded(ONNXContext graph, ResidualMlp decoder) {

    /** The number of nodes along an axis that a point depends on. */
    private static final int ORDER = 3;

    /**
     * @param place {@code [n, dim]}
     * @return {@code [n, encoding.width]}
     */
    ONNXRef<?> of(ONNXRef<?> place) {
        Encoding encoding = decoder.shape().encoding();
        if (encoding instanceof GridEncoding grids) {
            List<ONNXRef<?>> parts = new ArrayList<>(List.of(place));
            ONNXNode position = position(place, grids);
            for (int i = 0; i < grids.cells().size(); i++) {
                parts.add(features(
                        position, grids, grids.cells().get(i), grids.parts().get(1 + i)));
            }
            return joined(parts);
        }
        if (encoding instanceof SineEncoding waves) {
            ONNXNode angle = place.apply(
                    ONNXOperators.GEMM,
                    List.of(tensor(waves.parts().get(0)), tensor(waves.parts().get(1))));
            return joined(List.of(place, angle.apply(MoreOperators.SIN)));
        }
        return place;
    }

    private ONNXNode joined(List<ONNXRef<?>> parts) {
        return graph.operation(ONNXOperators.CONCAT, parts, "encoded", Map.of("axis", 1));
    }

    /** The position in the box, 0 to 1: linear over the map, and approaching the border outside of it. */
    private ONNXNode position(ONNXRef<?> place, GridEncoding grids) {
        int dim = grids.in();
        float[] low = new float[dim];
        float[] inverse = new float[dim];
        for (int axis = 0; axis < dim; axis++) {
            low[axis] = decoder.parameters()[axis];
            inverse[axis] = 1 / decoder.parameters()[dim + axis];
        }
        ONNXNode u = place.apply(ONNXOperators.SUB, graph.array("encoding.low", low))
                .apply(ONNXOperators.MUL, graph.array("encoding.inverse", inverse));
        ONNXInitializer margin = graph.constant("encoding.margin", GridEncoding.MARGIN);
        ONNXNode inner = u.apply(MoreOperators.MAX, margin)
                .apply(MoreOperators.MIN, graph.constant("encoding.end", 1 - GridEncoding.MARGIN));
        ONNXNode beyond = u.apply(ONNXOperators.SUB, inner);
        ONNXNode shrink = beyond.apply(MoreOperators.ABS)
                .apply(ONNXOperators.DIV, margin)
                .apply(ONNXOperators.ADD, graph.constant("encoding.one", 1f));
        return inner.apply(ONNXOperators.ADD, beyond.apply(ONNXOperators.DIV, shrink));
    }

    /** The features of one grid: the sum over the nodes around each point. */
    private ONNXNode features(ONNXNode position, GridEncoding grids, int side, Encoding.Part part) {
        int dim = grids.in();
        String name = "encoding." + part.name();
        ONNXInitializer table = table(part, grids.channels());
        ONNXNode x = position.apply(ONNXOperators.MUL, graph.constant(name + ".side", (float) side));
        ONNXNode cell = x.apply(MoreOperators.FLOOR)
                .apply(MoreOperators.MAX, graph.constant(name + ".first", 0f))
                .apply(MoreOperators.MIN, graph.constant(name + ".last", side - 1f));
        List<ONNXNode> weights = weights(x.apply(ONNXOperators.SUB, cell), name);
        ONNXNode first = first(cell, side, dim, name);
        ONNXNode sum = null;
        int terms = (int) Math.pow(ORDER, dim);
        for (int term = 0; term < terms; term++) {
            ONNXNode weight = null;
            long offset = 0;
            long stride = 1;
            int rest = term;
            for (int axis = 0; axis < dim; axis++) {
                ONNXNode factor = column(weights.get(rest % ORDER), axis, name + ".axis" + term + "." + axis);
                weight = weight == null ? factor : weight.apply(ONNXOperators.MUL, factor);
                offset += rest % ORDER * stride;
                stride *= side + 2;
                rest /= ORDER;
            }
            ONNXNode node = first.apply(ONNXOperators.ADD, graph.array(name + ".offset" + term, new long[] {offset}));
            ONNXNode value = table.apply(ONNXOperators.GATHER, node, Map.of("axis", 0))
                    .apply(ONNXOperators.MUL, Objects.requireNonNull(weight));
            sum = sum == null ? value : sum.apply(ONNXOperators.ADD, value);
        }
        return Objects.requireNonNull(sum);
    }

    /** The weights of the first, second and third node along each axis, each {@code [n, dim]}. */
    private List<ONNXNode> weights(ONNXNode t, String name) {
        ONNXInitializer half = graph.constant(name + ".half", 0.5f);
        ONNXNode rest = graph.constant(name + ".one", 1f).apply(ONNXOperators.SUB, t);
        return List.of(
                rest.apply(ONNXOperators.MUL, rest).apply(ONNXOperators.MUL, half),
                t.apply(ONNXOperators.MUL, rest).apply(ONNXOperators.ADD, half),
                t.apply(ONNXOperators.MUL, t).apply(ONNXOperators.MUL, half));
    }

    /** The index of the first node around each point, {@code [n]}. */
    private ONNXNode first(ONNXNode cell, int side, int dim, String name) {
        float[] strides = new float[dim];
        for (int axis = 0; axis < dim; axis++) {
            strides[axis] = axis == 0 ? 1 : strides[axis - 1] * (side + 2);
        }
        return cell.apply(ONNXOperators.MUL, graph.array(name + ".strides", strides))
                .apply(ONNXOperators.REDUCE_SUM, graph.array(name + ".along", new long[] {1}), Map.of("keepdims", 0))
                .cast(long.class);
    }

    /** One column as {@code [n, 1]}. */
    private ONNXNode column(ONNXNode matrix, int axis, String name) {
        return matrix.apply(
                MoreOperators.SLICE,
                List.of(
                        graph.array(name + ".from", new long[] {axis}),
                        graph.array(name + ".to", new long[] {axis + 1}),
                        graph.array(name + ".axes", new long[] {1})));
    }

    /** The nodes of a grid, {@code [nodes, channels]}. */
    private ONNXInitializer table(Encoding.Part part, int channels) {
        return graph.floatTensor(
                "encoding." + part.name(),
                List.of(part.length() / channels, channels),
                values -> values.put(decoder.parameters(), part.from(), part.length()));
    }

    private ONNXInitializer tensor(Encoding.Part part) {
        List<Integer> sizes = new ArrayList<>();
        for (int size : part.sizes()) {
            sizes.add(size);
        }
        return graph.floatTensor(
                "encoding." + part.name(),
                sizes,
                values -> values.put(decoder.parameters(), part.from(), part.length()));
    }
}
