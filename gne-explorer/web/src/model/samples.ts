import type { Description } from '../data/description';
import { Decoder } from './decoder';

/**
 * Generates samples in the shown units: images 0-1 over their shown range, tables in the units of the data.
 */
export class Samples {
  private readonly decoder: Decoder;
  private readonly uniform: boolean;
  readonly width: number;

  /** @param scaling offsets, then factors: one of each for all values, or one of each per value */
  constructor(
    private readonly description: Description,
    parameters: Float32Array,
    private readonly scaling: Float32Array,
  ) {
    this.decoder = new Decoder(description.decoder, parameters);
    this.width = description.decoder.out;
    this.uniform = scaling.length === 2;
  }

  at(x: number, y: number): Float32Array {
    const sample = new Float32Array(this.width);
    this.write([x, y], sample, 0);
    return sample;
  }

  /** @param places coordinates `[n, 2]` @returns samples `[n, width]` */
  all(places: ArrayLike<number>): Float32Array {
    const n = places.length / 2;
    const samples = new Float32Array(n * this.width);
    for (let i = 0; i < n; i++) this.write([places[2 * i], places[2 * i + 1]], samples, i * this.width);
    return samples;
  }

  private write(place: number[], to: Float32Array, from: number): void {
    this.decoder.decode(place, to, from);
    const { schema } = this.description;
    const n = this.scaling.length / 2;
    for (let j = 0; j < this.width; j++) {
      const k = this.uniform ? 0 : j;
      const raw = to[from + j] / this.scaling[n + k] + this.scaling[k];
      to[from + j] = schema.kind === 'picture' ? (raw - schema.low) / (schema.high - schema.low) : raw;
    }
  }
}
