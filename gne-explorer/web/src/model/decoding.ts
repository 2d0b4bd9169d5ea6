import type { LoadedMap } from '../data/loaded';
import type { Done, Job, Start } from './decoding.worker';
import DecodingWorker from './decoding.worker?worker&inline';

/** Places of one job: few enough that a newer job does not wait long. */
const CHUNK = 64;

/** Decodes many places in a worker, so that the page stays at hand. */
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
   * Decodes in chunks, as long as they are wanted.
   *
   * @param places `[n, 2]`
   * @param value only this value of each sample, or null for all
   * @param wanted asked before each chunk
   * @param take told `[n, width or 1]` samples of the places from `from` on
   * @returns whether all were decoded
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

  /** All of them at once. @returns `[n, width]`, or `[n]` */
  job(places: Float32Array, value: number | null): Promise<Float32Array> {
    const job: Job = { id: this.next++, places, value };
    return new Promise((resolve) => {
      this.waiting.set(job.id, resolve);
      this.worker.postMessage(job, [places.buffer]);
    });
  }
}
