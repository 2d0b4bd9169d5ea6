import type { Description } from '../data/description';
import { Samples } from './samples';

export interface Start {
  readonly description: Description;
  readonly parameters: Float32Array;
  readonly scaling: Float32Array;
}

export interface Job {
  readonly id: number;
  /** Coordinates `[n, 2]`. */
  readonly places: Float32Array;
  /** The index of the only value that is needed of each sample, or null for all values. */
  readonly value: number | null;
}

export interface Done {
  readonly id: number;
  /** `[n, width]`, or `[n]` for one value. */
  readonly samples: Float32Array;
}

let samples: Samples | undefined;

self.onmessage = (event: MessageEvent<Start | Job>) => {
  const message = event.data;
  if ('description' in message) {
    samples = new Samples(message.description, message.parameters, message.scaling);
    return;
  }
  let all = samples!.all(message.places);
  if (message.value !== null) {
    const one = new Float32Array(message.places.length / 2);
    for (let i = 0; i < one.length; i++) one[i] = all[i * samples!.width + message.value];
    all = one;
  }
  const done: Done = { id: message.id, samples: all };
  postMessage(done, { transfer: [all.buffer] });
};
