import type { LoadedMap } from '../data/loaded';
import type { Done, Job, Start } from './decoding.worker';
import DecodingWorker from './decoding.worker?worker&inline';

/** The number of points in one job, small enough that a newer job does not wait long. */
const CHUNK = 64;

/** Decodes many points in a worker, so that the page keeps responding. */
export class Decoding {
  private readonly worker = new DecodingWorker();
  private readonly waiting = new Map<number, (samples: Float32Array) => void>();
  private next = 0;

  constructor(map: LoadedMap) {
    this.worker.onmessage = (event: MessageEvent<Done>) => {
      this.waiting.get(event.data.id)?.(event.data.samples);
      this.waiting.delete(event.data.id);
    };
    const start: Start = {
      description: map.source.description,
      parameters: map.parameters,
      scaling: map.scaling,
    };
    this.worker.postMessage(start);
  }

  /**
   * Decodes in chunks until `wanted` returns false.
   *
   * @param places coordinates `[n, 2]`
   * @param value the index of the only value that is needed of each sample, or null for all values
   * @param wanted called before each chunk
   * @param take receives the samples `[m, width or 1]` of the `m` points from `from` on
   * @returns whether all points were decoded
   */
  async run(
    places: Float32Array,
    value: number | null,
    wanted: () => boolean,
    take: (samples: Float32Array, from: number) => void,
  ): Promise<boolean> {
    for (let from = 0; from < places.length / 2; from += CHUNK) {
      if (!wanted()) return false;
      take(await this.job(places.slice(2 * from, 2 * (from + CHUNK)), value), from);
    }
    return wanted();
  }

  /** Decodes all points at once. @returns `[n, width]`, or `[n]` for one value */
  job(places: Float32Array, value: number | null): Promise<Float32Array> {
    const job: Job = { id: this.next++, places, value };
    return new Promise((resolve) => {
      this.waiting.set(job.id, resolve);
      this.worker.postMessage(job, [places.buffer]);
    });
  }
}
