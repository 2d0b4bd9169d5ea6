package org.gne.onnx;

import java.util.Map;
import java.util.Set;
import org.tribuo.util.onnx.ONNXAttribute;
import org.tribuo.util.onnx.ONNXOperator;
import org.tribuo.util.onnx.ONNXOperators;

/** Operators of ONNX that Tribuo's list does not have. Without the attribute, alpha of Elu is 1. */
enum MoreOperators implements ONNXOperator {
    ABS("Abs", 1),
    ELU("Elu", 1),
    EXP("Exp", 1),
    FLOOR("Floor", 1),
    MAX("Max", 2),
    MIN("Min", 2),
    RELU("Relu", 1),
    SIGN("Sign", 1),
    SIN("Sin", 1),
    /** Inputs: data, starts, ends, axes. */
    SLICE("Slice", 4);

    private final String opName;
    private final int inputs;

    MoreOperators(String opName, int inputs) {
        this.opName = opName;
        this.inputs = inputs;
    }

    @Override
    public String getOpName() {
        return opName;
    }

    @Override
    public int getNumInputs() {
        return inputs;
    }

    @Override
    public int getNumOptionalInputs() {
        return 0;
    }

    @Override
    public int getNumOutputs() {
        return 1;
    }

    @Override
    public Map<String, ONNXAttribute> getAttributes() {
        return Map.of();
    }

    @Override
    public Set<String> getMandatoryAttributeNames() {
        return Set.of();
    }

    @Override
    public int getOpVersion() {
        return ONNXOperators.getOpsetVersion();
    }

    @Override
    public String getOpDomain() {
        return ONNXOperators.getOpsetProto().getDomain();
    }
}
