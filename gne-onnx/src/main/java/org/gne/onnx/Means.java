package org.gne.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gne.nn.Head;
import org.gne.nn.HeadKinds;
import org.gne.nn.Heads;
import org.gne.nn.Stretch;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXNode;
import org.tribuo.util.onnx.ONNXOperators;

/** Converts the outputs of the last layer (logits) to the means of a row, like {@link Heads#activate}. */
record Means(ONNXContext graph, Heads heads) {

    /**
     * @param logits {@code [n, width]}
     * @return {@code [n, width]}
     */
    ONNXNode of(ONNXNode logits) {
        List<Stretch> stretches = heads.stretches();
        if (stretches.size() == 1) {
            return activated(logits, stretches.get(0).head());
        }
        List<ONNXNode> parts = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            parts.add(activated(
                    part(logits, stretches.get(i), "head." + i),
                    stretches.get(i).head()));
        }
        return graph.operation(ONNXOperators.CONCAT, parts, "means", Map.of("axis", 1));
    }

    private ONNXNode part(ONNXNode logits, Stretch stretch, String name) {
        return logits.apply(
                MoreOperators.SLICE,
                List.of(
                        graph.array(name + ".from", new long[] {stretch.from()}),
                        graph.array(name + ".to", new long[] {stretch.to()}),
                        graph.array(name + ".axis", new long[] {1})));
    }

    private static ONNXNode activated(ONNXNode logits, Head head) {
        if (head == HeadKinds.REAL) {
            return logits;
        }
        if (head == HeadKinds.UNIT || head == HeadKinds.UNIT_CROSS_ENTROPY || head == HeadKinds.BINARY) {
            return logits.apply(ONNXOperators.SIGMOID);
        }
        if (head == HeadKinds.CATEGORICAL) {
            return logits.apply(ONNXOperators.SOFTMAX, Map.of("axis", 1));
        }
        if (head == HeadKinds.COUNT) {
            return logits.apply(MoreOperators.EXP);
        }
        throw new IllegalArgumentException("head: found " + head.key() + ", expected one that ONNX has operators for");
    }
}
