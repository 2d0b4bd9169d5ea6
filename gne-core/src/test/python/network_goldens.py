"""Goldens for org.gne.nn from an independent framework: the decoder in small, in PyTorch, in double precision.

    python3 network_goldens.py

Writes ../resources/org/gne/nn/network_goldens.json. Made with PyTorch 1.13 (Debian 12's python3-torch).

The network: in 3 -> h = ELU(x W0 + b0), 5 wide -> twice h + ReLU(h W1 + b1) W2 + b2 -> 7 wide output, sigmoid or
identity. Flat parameters: W0 [3 x 5], b0, per block W1 [5 x 5], b1, W2 [5 x 5], b2, then Wout [5 x 7], bout; matrices
row-major, input first (y = x W + b). All arrays of the file are flat and row-major:

    inputs [4 x 3], targets [4 x 7], outputs [4 x 7], inputGradient [4 x 3], parameterGradient like parameters,
    tangents [3 x 4 x 7]: d output / d input_k for each k

Losses are means over rows and width; crossEntropy is that of the sigmoid.
"""

import json
import os

import torch

ROWS, IN, HIDDEN, BLOCKS, OUT = 4, 3, 5, 2, 7
LAYERS = [(IN, HIDDEN)] + [(HIDDEN, HIDDEN)] * (2 * BLOCKS) + [(HIDDEN, OUT)]

torch.set_default_dtype(torch.float64)
torch.manual_seed(20260101)


def float32_exact(t):
    """The nearest values that a float holds: so that single precision starts from the same numbers."""
    return t.to(torch.float32).to(torch.float64)


def logits(parameters, x):
    at = 0
    dense = []
    for rows, columns in LAYERS:
        w = parameters[at : at + rows * columns].reshape(rows, columns)
        b = parameters[at + rows * columns : at + (rows + 1) * columns]
        dense.append(lambda v, w=w, b=b: v @ w + b)
        at += (rows + 1) * columns
    assert at == len(parameters)
    h = torch.nn.functional.elu(dense[0](x))
    for block in range(BLOCKS):
        h = h + dense[2 + 2 * block](torch.relu(dense[1 + 2 * block](h)))
    return dense[-1](h)


OUTPUTS = {"sigmoid": torch.sigmoid, "identity": lambda z: z}
LOSSES = {
    "mse": lambda y, t: ((y - t) ** 2).mean(),
    "crossEntropy": lambda y, t: torch.nn.functional.binary_cross_entropy(y, t),
}


def flat(t):
    return t.detach().reshape(-1).tolist()


def case(output, loss, parameters, inputs, targets):
    p, x = parameters.clone().requires_grad_(), inputs.clone().requires_grad_()
    y = OUTPUTS[output](logits(p, x))
    value = LOSSES[loss](y, targets)
    value.backward()
    return {
        "output": output,
        "lossFunction": loss,
        "targets": flat(targets),
        "outputs": flat(y),
        "loss": value.item(),
        "parameterGradient": flat(p.grad),
        "inputGradient": flat(x.grad),
    }


def tangents(output, parameters, inputs):
    def network(x):
        return OUTPUTS[output](logits(parameters, x))

    result = []
    for k in range(IN):
        direction = torch.zeros_like(inputs)
        direction[:, k] = 1
        result += flat(torch.autograd.functional.jvp(network, inputs, direction)[1])
    return result


def adam():
    """Five steps of Adam as Keras writes it: epsilon is added to the uncorrected root."""
    rate, beta1, beta2, epsilon = 1e-2, 0.9, 0.999, 1e-7
    size, steps = 6, 5
    start = float32_exact(torch.randn(size))
    # Magnitudes from 1e-4 to 1e1, one element always zero, one that turns its sign.
    gradients = float32_exact(torch.randn(steps, size) * torch.tensor([1e-4, 1e-2, 1.0, 10.0, 0.0, 1.0]))
    gradients[:, 5] = gradients[:, 5].abs() * torch.tensor([1.0, -1.0, 1.0, -1.0, 1.0])
    x, m, v = start.clone(), torch.zeros(size), torch.zeros(size)
    values, first, second = [], [], []
    for t in range(1, steps + 1):
        g = gradients[t - 1]
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        step = rate * (1 - beta2**t) ** 0.5 / (1 - beta1**t)
        x = x - step * m / (v.sqrt() + epsilon)
        values.append(flat(x))
        first.append(flat(m))
        second.append(flat(v))
    return {
        "rate": rate,
        "beta1": beta1,
        "beta2": beta2,
        "epsilon": epsilon,
        "start": flat(start),
        "gradients": [flat(g) for g in gradients],
        "values": values,
        "firstMoments": first,
        "secondMoments": second,
    }


def main():
    count = sum((rows + 1) * columns for rows, columns in LAYERS)
    parameters = float32_exact(torch.randn(count) * 0.5)
    inputs = float32_exact(torch.randn(ROWS, IN))
    unit = float32_exact(torch.rand(ROWS, OUT))
    real = float32_exact(torch.randn(ROWS, OUT))
    goldens = {
        "source": "network_goldens.py, PyTorch " + torch.__version__ + ", float64",
        "shape": {"rows": ROWS, "in": IN, "hidden": HIDDEN, "blocks": BLOCKS, "out": OUT},
        "parameters": flat(parameters),
        "inputs": flat(inputs),
        "cases": [
            case("sigmoid", "mse", parameters, inputs, unit),
            case("sigmoid", "crossEntropy", parameters, inputs, unit),
            case("identity", "mse", parameters, inputs, real),
        ],
        "tangents": {name: tangents(name, parameters, inputs) for name in OUTPUTS},
        "adam": adam(),
    }
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/org/gne/nn")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "network_goldens.json"), "w") as f:
        json.dump(goldens, f, indent=1)
        f.write("\n")


if __name__ == "__main__":
    main()
