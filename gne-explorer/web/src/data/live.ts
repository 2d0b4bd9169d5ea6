import type { ClassStyle } from './description';

/** A running fit as Java describes it (org.gne.explorer.LiveSite). */
export interface LiveDescription {
  readonly version: 1;
  readonly source: 'live';
  readonly title: string;
  readonly rows: number;
  readonly classes: readonly ClassStyle[];
  readonly target?: string;
  readonly noClass: string;
  readonly payloads: readonly ('classes' | 'target')[];
  /** The server changes something only if a request carries this token. */
  readonly token: string;
}

/** The state of the fit, and the losses since the last event. */
export interface LiveEvent {
  readonly state: 'running' | 'paused' | 'stopping' | 'done';
  /** The epoch of the first loss, from 0. */
  readonly from: number;
  readonly losses: readonly number[];
  /** The number of all epochs; 0 before the first one is done. */
  readonly epochs: number;
  readonly secondsLeft: number;
}

/** Watches and controls a fit through org.gne.explorer.ExplorerServer. */
export class LiveSource {
  constructor(readonly description: LiveDescription) {}

  async classes(): Promise<Int32Array | null> {
    if (!this.description.payloads.includes('classes')) return null;
    return new Int32Array(await bytes('/payload/classes'));
  }

  async target(): Promise<Float64Array | null> {
    if (!this.description.payloads.includes('target')) return null;
    return new Float64Array(await bytes('/payload/target'));
  }

  /** Coordinates `[rows, 2]`, or empty before the first epoch is done. */
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
      // Close, or the browser connects again.
      events.close();
      over();
    };
    events.onerror = () => {
      // CLOSED: the server answers, but not with events. The fit is over.
      if (events.readyState === EventSource.CLOSED) over();
      else lost();
    };
  }

  async send(what: 'pause' | 'resume' | 'stop'): Promise<void> {
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
