import type { Head, MlpShape } from '../data/description';
import { encodingOf, type Encoding } from './encoding';
import { Heads } from './heads';

/** A sample and its derivatives with respect to the two coordinates, in scaled units. */
export interface Slopes {
  readonly mean: Float64Array;
  readonly dx: Float64Array;
  readonly dy: Float64Array;
}

/**
 * The decoder with the derivatives of its outputs along both axes, by forward differentiation: org.gne.nn.Tangents. The
 * arrays of the result are used again in the next call.
 */
export class SlopeDecoder {
  private readonly encoding: Encoding;
  private readonly heads: Heads;
  /** Value, derivative in x, derivative in y. */
  private readonly inputs: Triple;
  private readonly h: Triple;
  private readonly inner: Triple;
  private readonly out: Triple;
  private readonly mean: Float64Array;

  /** @param parameters weights and biases in the order of org.gne.nn.MlpShape */
  constructor(
    readonly shape: MlpShape,
    private readonly parameters: Float32Array,
  ) {
    this.encoding = encodingOf(shape.encoding, shape.in, parameters);
    this.heads = new Heads(shape.heads);
    this.inputs = triple(shape.in + this.encoding.features);
    this.h = triple(shape.hidden);
    this.inner = triple(shape.hidden);
    this.out = triple(shape.out);
    this.mean = new Float64Array(shape.out);
  }

  at(x: number, y: number): Slopes {
    const { hidden, blocks, out } = this.shape;
    const { inputs, h, inner, encoding } = this;
    const place = [x, y];
    for (const [axis, value] of place.entries()) {
      inputs[0][axis] = value;
      inputs[1][axis] = axis === 0 ? 1 : 0;
      inputs[2][axis] = axis === 1 ? 1 : 0;
    }
    encoding.encode(place, inputs[0], 2);
    encoding.slopes(place, [inputs[1], inputs[2]], 2);
    let at = this.dense(inputs, inputs[0].length, h, hidden, encoding.parameters, false);
    for (let j = 0; j < hidden; j++) {
      const z = h[0][j];
      const slope = z > 0 ? 1 : Math.exp(z);
      if (z <= 0) h[0][j] = Math.expm1(z);
      h[1][j] *= slope;
      h[2][j] *= slope;
    }
    for (let block = 0; block < blocks; block++) {
      at = this.dense(h, hidden, inner, hidden, at, false);
      for (let j = 0; j < hidden; j++) {
        if (inner[0][j] > 0) continue;
        inner[0][j] = 0;
        inner[1][j] = 0;
        inner[2][j] = 0;
      }
      at = this.dense(inner, hidden, h, hidden, at, true);
    }
    this.dense(h, hidden, this.out, out, at, false);
    this.heads.activate(this.out[0], this.mean, 0);
    for (const stretch of this.shape.heads) for (const axis of [1, 2] as const) slope(stretch, this.mean, this.out[axis]);
    return { mean: this.mean, dx: this.out[1], dy: this.out[2] };
  }

  private dense(x: Triple, inputs: number, y: Triple, outputs: number, at: number, add: boolean): number {
    const w = this.parameters;
    const bias = at + inputs * outputs;
    const [y0, y1, y2] = y;
    for (let j = 0; j < outputs; j++) {
      y0[j] = (add ? y0[j] : 0) + w[bias + j];
      if (!add) y1[j] = y2[j] = 0;
    }
    for (let k = 0; k < inputs; k++) {
      const [v0, v1, v2] = [x[0][k], x[1][k], x[2][k]];
      if (v0 === 0 && v1 === 0 && v2 === 0) continue;
      const row = at + k * outputs;
      for (let j = 0; j < outputs; j++) {
        const weight = w[row + j];
        y0[j] += v0 * weight;
        y1[j] += v1 * weight;
        y2[j] += v2 * weight;
      }
    }
    return bias + outputs;
  }
}

type Triple = readonly [Float64Array, Float64Array, Float64Array];

function triple(n: number): Triple {
  return [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
}

/** Converts derivatives of logits to derivatives of means, in place. */
function slope({ head, from, width }: Head, mean: Float64Array, d: Float64Array): void {
  const end = from + width;
  if (head === 'real') return;
  if (head === 'categorical') {
    let sum = 0;
    for (let j = from; j < end; j++) sum += mean[j] * d[j];
    for (let j = from; j < end; j++) d[j] = mean[j] * (d[j] - sum);
  } else if (head === 'count') {
    for (let j = from; j < end; j++) d[j] *= mean[j];
  } else {
    for (let j = from; j < end; j++) d[j] *= mean[j] * (1 - mean[j]);
  }
}
