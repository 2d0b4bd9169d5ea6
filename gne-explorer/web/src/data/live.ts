import type { ClassStyle } from './description';

/** What Java tells of a training under way (org.gne.explorer.LiveSite). */
export interface LiveDescription {
  readonly version: 1;
  readonly source: 'live';
  readonly title: string;
  readonly rows: number;
  readonly classes: readonly ClassStyle[];
  readonly noClass: string;
  readonly blocks: readonly 'classes'[];
  /** What the server wants to see before it changes anything. */
  readonly token: string;
}

/** Something new in the training. */
export interface LiveEvent {
  readonly state: 'running' | 'paused' | 'stopping' | 'done';
  /** Which epoch the first of the losses belongs to, from 0. */
  readonly from: number;
  readonly losses: readonly number[];
  /** In all; 0 before the first is done. */
  readonly epochs: number;
  readonly secondsLeft: number;
}

/** A training, asked of org.gne.explorer.ExplorerServer. */
export class LiveSource {
  constructor(readonly description: LiveDescription) {}

  async classes(): Promise<Int32Array | null> {
    if (!this.description.blocks.includes('classes')) return null;
    return new Int32Array(await bytes('/block/classes'));
  }

  /** `[rows, 2]`, or empty before the first epoch is done. */
  async places(): Promise<Float32Array> {
    return new Float32Array(await bytes('/live/map'));
  }

  listen(take: (event: LiveEvent) => void, lost: () => void, over: () => void): void {
    const events = new EventSource('/live/events');
    events.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent;
      if (event.state !== 'done') {
        take(event);
        return;
      }
      // Before the browser asks again.
      events.close();
      over();
    };
    events.onerror = () => {
      // The browser gives up where the server answers, but no longer with events: the training is over.
      if (events.readyState === EventSource.CLOSED) over();
      else lost();
    };
  }

  async tell(what: 'pause' | 'resume' | 'stop'): Promise<void> {
    const answer = await fetch(`/live/${what}`, {
      method: 'POST',
      headers: { 'X-Gne-Token': this.description.token },
    });
    if (!answer.ok) throw new Error(`${what}: found ${answer.status}, expected 204`);
  }
}

async function bytes(path: string): Promise<ArrayBuffer> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: found ${answer.status}, expected 200`);
  return answer.arrayBuffer();
}
