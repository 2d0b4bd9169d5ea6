import type { Description } from '../data/description';
import { GpuDecoder } from './gpuDecoder';
import { meanOf } from './heads';
import type { Samples } from './samples';

/** Points of each job at which the GPU must agree with this processor. */
const CHECKED = 6;

/** The difference that is allowed, in scaled units: those of a column have a deviation of about 1. */
const TOLERANCE = 2e-4;

/** Jobs of fewer points are not worth the way to the GPU. */
const LEAST = 128;

/** Points by which the two are timed. */
const TIMED = 96;

/** Decodes a column at many points, on the GPU if there is one that is right and faster, else here. */
export class Fields {
  /** Null if it is not used. It is made when it is needed first. */
  private gpu: GpuDecoder | null | undefined;
  private timed = false;

  constructor(
    private readonly description: Description,
    private readonly parameters: Float32Array,
    private readonly samples: Samples,
  ) {}

  /** Whether the GPU is used. */
  get fast(): boolean {
    return this.timed && !!this.gpu;
  }

  /** One value at each of some points `[n, 2]`, in the shown units. */
  column(places: Float32Array, value: number): Float32Array {
    return (places.length / 2 >= LEAST && this.onGpu(places, value)) || this.samples.column(places, value);
  }

  private onGpu(places: Float32Array, value: number): Float32Array | null {
    if (this.gpu === undefined) this.gpu = GpuDecoder.create(this.description.decoder, this.parameters);
    const { gpu, samples } = this;
    const ready = gpu?.ready() ?? null;
    if (!gpu || ready === null) {
      this.gpu = null;
      return null;
    }
    const head = samples.decoder.heads.of(value);
    if (!ready || !gpu.takes(head)) return null;
    const n = places.length / 2;
    let found = gpu.values(places, value, head);
    if (found && !this.timed && n >= TIMED) {
      // The first run compiles.
      const begin = performance.now();
      found = gpu.values(places, value, head);
      const middle = performance.now();
      samples.column(places.subarray(0, 2 * TIMED), value);
      const own = (performance.now() - middle) / TIMED;
      this.timed = true;
      if ((middle - begin) / n > own) found = null;
    }
    if (!found) {
      this.gpu = null;
      return null;
    }
    if (head.head !== 'categorical') {
      const logits = new Float64Array(this.description.decoder.out);
      for (let i = 0; i < n; i++) {
        logits[value] = found[i];
        found[i] = meanOf(head, logits, value);
      }
    }
    for (let k = 0; k < CHECKED; k++) {
      const i = Math.floor((k * (n - 1)) / (CHECKED - 1));
      const right = samples.decoder.value([places[2 * i], places[2 * i + 1]], value);
      // Written so that NaN is a difference.
      if (!(Math.abs(found[i] - right) <= TOLERANCE * Math.max(1, Math.abs(right)))) {
        this.gpu = null;
        return null;
      }
    }
    return found.map((scaled) => samples.scaling.shown(value, scaled));
  }
}
