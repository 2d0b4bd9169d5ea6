import type { MlpShape } from '../data/description';
import { encodingOf, type Encoding } from './encoding';
import { Heads, meanOf } from './heads';

/**
 * The network of org.gne.nn.ResidualMlp: an encoding of the coordinates, Dense(hidden, ELU), blocks `h + Dense(ReLU(Dense(h)))`, Dense(out), its
 * columns under {@link Heads}. Sums are computed in double precision. Java computes in floats; the results agree to 1e-5.
 */
export class Decoder {
  private readonly encoding: Encoding;
  private readonly inputs: Float64Array;
  private readonly h: Float64Array;
  private readonly inner: Float64Array;
  private readonly out: Float64Array;
  readonly heads: Heads;

  /** @param parameters weights and biases in the order of org.gne.nn.MlpShape */
  constructor(
    readonly shape: MlpShape,
    private readonly parameters: Float32Array,
  ) {
    this.encoding = encodingOf(shape.encoding, shape.in, parameters);
    this.inputs = new Float64Array(shape.in + this.encoding.features);
    this.h = new Float64Array(shape.hidden);
    this.inner = new Float64Array(shape.hidden);
    this.out = new Float64Array(shape.out);
    this.heads = new Heads(shape.heads);
  }

  /** Decodes the point `place [in]` into `to[from ...]`: `out` values in scaled units. */
  decode(place: ArrayLike<number>, to: Float32Array, from = 0): void {
    const { hidden, out } = this.shape;
    this.dense(this.h, hidden, this.out, out, this.hide(place), false);
    this.heads.activate(this.out, to, from);
  }

  /** One value of the sample at a point, in scaled units: only the outputs that it depends on are computed. */
  value(place: ArrayLike<number>, value: number): number {
    const { hidden, out } = this.shape;
    const { h, parameters: w } = this;
    const at = this.hide(place);
    const head = this.heads.of(value);
    const [first, end] = head.head === 'categorical' ? [head.from, head.from + head.width] : [value, value + 1];
    for (let j = first; j < end; j++) {
      let sum = w[at + hidden * out + j];
      for (let k = 0; k < hidden; k++) sum += h[k] * w[at + k * out + j];
      this.out[j] = sum;
    }
    return meanOf(head, this.out, value);
  }

  /** Computes the last hidden layer. Returns the index of the first parameter after it. */
  private hide(place: ArrayLike<number>): number {
    const { hidden, blocks } = this.shape;
    const { h, inner, inputs, encoding } = this;
    for (let axis = 0; axis < this.shape.in; axis++) inputs[axis] = place[axis];
    encoding.encode(place, inputs, this.shape.in);
    let at = this.dense(inputs, inputs.length, h, hidden, encoding.parameters, false);
    for (let j = 0; j < hidden; j++) h[j] = h[j] > 0 ? h[j] : Math.expm1(h[j]);
    for (let block = 0; block < blocks; block++) {
      at = this.dense(h, hidden, inner, hidden, at, false);
      for (let j = 0; j < hidden; j++) inner[j] = inner[j] > 0 ? inner[j] : 0;
      at = this.dense(inner, hidden, h, hidden, at, true);
    }
    return at;
  }

  /** Computes `y = x W + b`, or `y += x W + b`. Returns the index of the next layer's first parameter. */
  private dense(
    x: ArrayLike<number>,
    inputs: number,
    y: Float64Array,
    outputs: number,
    at: number,
    add: boolean,
  ): number {
    const w = this.parameters;
    const bias = at + inputs * outputs;
    for (let j = 0; j < outputs; j++) y[j] = (add ? y[j] : 0) + w[bias + j];
    for (let k = 0; k < inputs; k++) {
      const value = x[k];
      // Half of the outputs of a ReLU are 0.
      if (value === 0) continue;
      const row = at + k * outputs;
      for (let j = 0; j < outputs; j++) y[j] += value * w[row + j];
    }
    return bias + outputs;
  }
}
