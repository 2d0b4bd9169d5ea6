import type { Mode } from '../map/gestures';
import type { Point } from '../map/view';
import type { Session } from '../state/session';

/** What keys do. */
export interface KeyListener {
  press(name: string): void;
  mode(mode: Mode): void;
  line(line: readonly Point[], done: boolean): void;
}

const MODES: Readonly<Record<string, Mode>> = { m: 'move', p: 'path', l: 'lasso' };

/** Keys of the map, and those that work everywhere. */
const NAMES: Readonly<Record<string, string>> = { Escape: 'clear', h: 'hold', v: 'invert', i: 'isolate', a: 'all', u: 'undo', t: 'table', '#': 'tag', '/': 'search', '?': 'help' };

/** The keys of the map. A path or a lasso can be drawn with the cursor: Space sets a corner. */
export class Keys {
  private corners: Point[] = [];

  constructor(
    private readonly session: Session,
    private readonly listener: KeyListener,
  ) {}

  /** A key on a map. @returns whether it means something */
  take(key: string): boolean {
    if (MODES[key]) {
      this.corners = [];
      this.listener.mode(MODES[key]);
    } else if (key === ' ') {
      this.corner();
    } else if (NAMES[key]) {
      if (key === 'Escape') this.corners = [];
      this.listener.press(NAMES[key]);
    } else {
      return false;
    }
    return true;
  }

  /** A key anywhere on the page: not those that fields and buttons use. */
  global(event: KeyboardEvent): void {
    const on = event.target as HTMLElement;
    if (event.defaultPrevented || on.closest('input, select, textarea, dialog, [role=application]')) return;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
      event.preventDefault();
      this.listener.press('undo');
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && ['/', '?'].includes(event.key)) {
      event.preventDefault();
      this.listener.press(NAMES[event.key]);
    }
  }

  private corner(): void {
    const { spot, mode } = this.session;
    if (!spot || mode === 'move') return;
    const last = this.corners[this.corners.length - 1];
    if (last && last.x === spot.x && last.y === spot.y) {
      const line = this.corners;
      this.corners = [];
      if (line.length > 1) this.listener.line(line, true);
      return;
    }
    this.corners.push(spot);
    this.listener.line(this.corners, false);
  }
}
