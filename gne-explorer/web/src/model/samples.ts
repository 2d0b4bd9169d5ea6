import type { Description } from '../data/description';
import { Decoder } from './decoder';
import { Scaling } from './scaling';
import { SlopeDecoder } from './slopes';

/** Generates samples in the shown units: {@link Scaling}. */
export class Samples {
  readonly decoder: Decoder;
  readonly slopes: SlopeDecoder;
  readonly scaling: Scaling;
  readonly width: number;

  /** @param scaling the numbers of {@link Scaling} */
  constructor(description: Description, parameters: Float32Array, scaling: Float32Array) {
    this.decoder = new Decoder(description.decoder, parameters);
    this.slopes = new SlopeDecoder(description.decoder, parameters);
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

  /** One value of the sample at a point. */
  value(x: number, y: number, value: number): number {
    return Math.fround(this.scaling.shown(value, Math.fround(this.decoder.value([x, y], value))));
  }

  /** One value at each of some points `[n, 2]`. */
  column(places: ArrayLike<number>, value: number): Float32Array {
    return Float32Array.from({ length: places.length / 2 }, (_, i) => this.value(places[2 * i], places[2 * i + 1], value));
  }

  /** The root mean square of the decoder's Jacobian, in scaled units per map unit, at each of some points `[n, 2]`. */
  stretch(places: ArrayLike<number>): Float32Array {
    const found = new Float32Array(places.length / 2);
    for (let i = 0; i < found.length; i++) {
      const { dx, dy } = this.slopes.at(places[2 * i], places[2 * i + 1]);
      let sum = 0;
      for (let j = 0; j < this.width; j++) sum += dx[j] * dx[j] + dy[j] * dy[j];
      found[i] = Math.sqrt(sum / this.width);
    }
    return found;
  }
}
