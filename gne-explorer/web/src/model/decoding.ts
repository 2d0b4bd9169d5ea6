import type { LoadedMap } from '../data/loaded';
import type { Done, Job, PlacedRows, PlaceJob, Start, Wanted } from './decoding.worker';
import type { Placed } from './placement';
import DecodingWorker from './decoding.worker?worker&inline';

/** The number of points in one job, small enough that a newer job does not wait long: of whole samples, of single values, and of these on the GPU. */
const CHUNK = 64;
const COLUMN_CHUNK = 512;
const GPU_CHUNK = 8192;

/** Decodes many points in a worker, so that the page keeps responding. */
export class Decoding {
  private readonly worker = new DecodingWorker();
  private readonly waiting = new Map<number, (answer: Done | PlacedRows) => void>();
  private next = 0;
  /** Whether single values are decoded on the GPU. */
  fast = false;

  constructor(map: LoadedMap) {
    this.worker.onmessage = (event: MessageEvent<Done | PlacedRows>) => {
      if ('fast' in event.data) this.fast = event.data.fast;
      this.waiting.get(event.data.id)?.(event.data);
      this.waiting.delete(event.data.id);
    };
    const start: Start = {
      description: map.source.description,
      parameters: map.parameters,
      scaling: map.scaling,
      places: map.places,
    };
    this.worker.postMessage(start);
  }

  /**
   * Decodes in chunks until `wanted` returns false.
   *
   * @param places coordinates `[n, 2]`
   * @param value what is computed: the index of one value, null for all values, or the stretch of the decoder
   * @param wanted called before each chunk
   * @param take receives the samples `[m, width or 1]` of the `m` points from `from` on
   * @returns whether all points were decoded
   */
  async run(
    places: Float32Array,
    value: Wanted,
    wanted: () => boolean,
    take: (samples: Float32Array, from: number) => void,
  ): Promise<boolean> {
    for (let from = 0, to = 0; from < places.length / 2; from = to) {
      if (!wanted()) return false;
      to = from + (typeof value !== 'number' ? CHUNK : this.fast ? GPU_CHUNK : COLUMN_CHUNK);
      take(await this.job(places.slice(2 * from, 2 * to), value), from);
    }
    return wanted();
  }

  /** Decodes all points at once. @returns `[n, width]`, or `[n]` for one value or the stretch */
  job(places: Float32Array, value: Wanted): Promise<Float32Array> {
    const job: Job = { id: this.next++, places, value };
    return new Promise((resolve) => {
      this.waiting.set(job.id, (answer) => resolve((answer as Done).samples));
      this.worker.postMessage(job, [places.buffer]);
    });
  }

  /**
   * Places rows as `gne place` does.
   *
   * @param rows in the shown units
   * @param from where a row that has changed a little lay before; null to search the whole map
   */
  place(rows: readonly Float32Array[], from: { readonly x: number; readonly y: number } | null = null): Promise<readonly Placed[]> {
    const job: PlaceJob = { id: this.next++, rows, from };
    return new Promise((resolve) => {
      this.waiting.set(job.id, (answer) => resolve((answer as PlacedRows).placed));
      this.worker.postMessage(job);
    });
  }
}
