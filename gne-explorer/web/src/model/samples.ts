import type { Description } from '../data/description';
import { Decoder } from './decoder';
import { Scaling } from './scaling';

/** Generates samples in the shown units: {@link Scaling}. */
export class Samples {
  readonly decoder: Decoder;
  readonly scaling: Scaling;
  readonly width: number;

  /** @param scaling the numbers of {@link Scaling} */
  constructor(description: Description, parameters: Float32Array, scaling: Float32Array) {
    this.decoder = new Decoder(description.decoder, parameters);
    this.scaling = new Scaling(description, scaling);
    this.width = description.decoder.out;
  }

  at(x: number, y: number): Float32Array {
    const sample = this.means(x, y);
    this.scaling.unscale(sample, 0, this.width);
    return sample;
  }

  /** The outputs of the decoder: scaled values. */
  means(x: number, y: number): Float32Array {
    const means = new Float32Array(this.width);
    this.decoder.decode([x, y], means);
    return means;
  }

  /** @param places coordinates `[n, 2]` @returns samples `[n, width]` */
  all(places: ArrayLike<number>): Float32Array {
    const n = places.length / 2;
    const samples = new Float32Array(n * this.width);
    for (let i = 0; i < n; i++) {
      this.decoder.decode([places[2 * i], places[2 * i + 1]], samples, i * this.width);
      this.scaling.unscale(samples, i * this.width, this.width);
    }
    return samples;
  }
}
