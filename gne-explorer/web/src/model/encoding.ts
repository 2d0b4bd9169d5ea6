import type { EncodingShape } from '../data/description';

/** What the first layer receives beside the coordinates: org.gne.nn.Encoding. */
export interface Encoding {
  /** Parameters, the first ones of the decoder. */
  readonly parameters: number;
  readonly features: number;
  /** Writes the features of `place` to `to[from ...]`. */
  encode(place: ArrayLike<number>, to: Float64Array, from: number): void;
  /** Writes the derivative of the features along each axis to an array per axis, from `from` on. */
  slopes(place: ArrayLike<number>, to: readonly Float64Array[], from: number): void;
}

export function encodingOf(shape: EncodingShape, dim: number, parameters: Float32Array): Encoding {
  switch (shape.kind) {
    case 'none':
      return { parameters: 0, features: 0, encode: () => undefined, slopes: () => undefined };
    case 'sine':
      return new Waves(dim, shape.features, parameters);
    case 'grids':
      return new Grids(dim, shape, parameters);
  }
}

/** `sin(x W + b)`: org.gne.nn.SineEncoding. */
class Waves implements Encoding {
  constructor(
    private readonly dim: number,
    readonly features: number,
    private readonly weights: Float32Array,
  ) {}

  get parameters(): number {
    return (this.dim + 1) * this.features;
  }

  encode(place: ArrayLike<number>, to: Float64Array, from: number): void {
    const { dim, features, weights } = this;
    for (let j = 0; j < features; j++) {
      let angle = weights[dim * features + j];
      for (let axis = 0; axis < dim; axis++) angle += place[axis] * weights[axis * features + j];
      to[from + j] = Math.sin(angle);
    }
  }

  slopes(place: ArrayLike<number>, to: readonly Float64Array[], from: number): void {
    const { dim, features, weights } = this;
    for (let j = 0; j < features; j++) {
      let angle = weights[dim * features + j];
      for (let axis = 0; axis < dim; axis++) angle += place[axis] * weights[axis * features + j];
      for (let axis = 0; axis < dim; axis++) to[axis][from + j] = Math.cos(angle) * weights[axis * features + j];
    }
  }
}

/** Features on grids, interpolated by quadratic B-splines: org.gne.nn.GridEncoding. */
class Grids implements Encoding {
  private readonly cells: readonly number[];
  private readonly channels: number;
  private readonly margin: number;
  readonly parameters: number;

  constructor(
    private readonly dim: number,
    shape: Extract<EncodingShape, { kind: 'grids' }>,
    private readonly table: Float32Array,
  ) {
    this.cells = shape.cells;
    this.channels = shape.channels;
    this.margin = shape.margin;
    this.parameters = shape.cells.reduce((sum, side) => sum + this.nodes(side) * shape.channels, 2 * dim);
  }

  private nodes(side: number): number {
    return (side + 2) ** this.dim;
  }

  get features(): number {
    return this.cells.length * this.channels;
  }

  encode(place: ArrayLike<number>, to: Float64Array, from: number): void {
    this.interpolate(place, to, from, -1);
  }

  slopes(place: ArrayLike<number>, to: readonly Float64Array[], from: number): void {
    for (let axis = 0; axis < this.dim; axis++) this.interpolate(place, to[axis], from, axis);
  }

  /** @param slope the axis along which the derivative is computed, or -1 for the value */
  private interpolate(place: ArrayLike<number>, to: Float64Array, from: number, slope: number): void {
    const { dim, channels, table } = this;
    const raw = Array.from({ length: dim }, (_, axis) => (place[axis] - table[axis]) / table[dim + axis]);
    const position = raw.map((u) => this.squash(u));
    const chain = slope < 0 ? 1 : this.squashSlope(raw[slope]) / table[dim + slope];
    let grid = 2 * dim;
    for (const side of this.cells) {
      to.fill(0, from, from + channels);
      const cell = position.map((u) => Math.max(0, Math.min(side - 1, Math.floor(u * side))));
      const weights = position.map((u, axis) => (axis === slope ? splineSlope : spline)(u * side - cell[axis]));
      const factor = slope < 0 ? 1 : side * chain;
      for (let term = 0; term < 3 ** dim; term++) {
        let node = 0;
        let weight = factor;
        let stride = 1;
        let rest = term;
        for (let axis = 0; axis < dim; axis++) {
          const which = rest % 3;
          weight *= weights[axis][which];
          node += (cell[axis] + which) * stride;
          stride *= side + 2;
          rest = Math.floor(rest / 3);
        }
        for (let j = 0; j < channels; j++) to[from + j] += weight * table[grid + node * channels + j];
      }
      grid += this.nodes(side) * channels;
      from += channels;
    }
  }

  /** Linear over the map; outside of it the position approaches the border of the box. */
  private squash(u: number): number {
    const { margin } = this;
    const inner = Math.max(margin, Math.min(1 - margin, u));
    const beyond = u - inner;
    return inner + beyond / (1 + Math.abs(beyond) / margin);
  }

  private squashSlope(u: number): number {
    const { margin } = this;
    const beyond = u - Math.max(margin, Math.min(1 - margin, u));
    return 1 / (1 + Math.abs(beyond) / margin) ** 2;
  }
}

/** The weights of the three nodes around a position in a cell, 0 to 1. */
function spline(t: number): readonly [number, number, number] {
  return [((1 - t) * (1 - t)) / 2, 0.5 + t * (1 - t), (t * t) / 2];
}

/** The derivatives of {@link spline}. */
function splineSlope(t: number): readonly [number, number, number] {
  return [t - 1, 1 - 2 * t, t];
}
