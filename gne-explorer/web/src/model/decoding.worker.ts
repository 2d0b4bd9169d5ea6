import type { Description } from '../data/description';
import { type Placed, Placement } from './placement';
import { Fields } from './fields';
import { Samples } from './samples';

export interface Start {
  readonly description: Description;
  readonly parameters: Float32Array;
  readonly scaling: Float32Array;
  /** Coordinates of the rows `[n, 2]`. */
  readonly places: Float32Array;
}

/** What is computed at each point. */
export type Wanted = number | null | 'stretch';

export interface Job {
  readonly id: number;
  /** Coordinates `[n, 2]`. */
  readonly places: Float32Array;
  /** The index of the only value that is needed of each sample, null for all values, or the stretch of the decoder. */
  readonly value: Wanted;
}

/** Rows to place. */
export interface PlaceJob {
  readonly id: number;
  /** In the shown units. */
  readonly rows: readonly Float32Array[];
  /** Where a row that has changed a little lay before; null to search the whole map. */
  readonly from: { readonly x: number; readonly y: number } | null;
}

export interface PlacedRows {
  readonly id: number;
  readonly placed: readonly Placed[];
}

export interface Done {
  readonly id: number;
  /** `[n, width]`, or `[n]` for one value. */
  readonly samples: Float32Array;
  /** Whether single values are decoded on the GPU. */
  readonly fast: boolean;
}

let start: Start | undefined;
let samples: Samples | undefined;
let columns: Fields | undefined;
let placement: Placement | undefined;

self.onmessage = (event: MessageEvent<Start | Job | PlaceJob>) => {
  const message = event.data;
  if ('description' in message) {
    start = message;
    samples = new Samples(message.description, message.parameters, message.scaling);
    columns = new Fields(message.description, message.parameters, samples);
    return;
  }
  if ('rows' in message) {
    placement ??= new Placement(samples!, start!.places, start!.description.awayWeight ?? 0);
    const found = placement;
    const { rows, from, id } = message;
    const placed = rows.map((row) => (from ? found.again(row, from) : found.place(row)));
    postMessage({ id, placed } satisfies PlacedRows);
    return;
  }
  const { places, value } = message;
  const all = value === 'stretch' ? samples!.stretch(places) : value === null ? samples!.all(places) : columns!.column(places, value);
  const done: Done = { id: message.id, samples: all, fast: columns!.fast };
  postMessage(done, { transfer: [all.buffer] });
};
