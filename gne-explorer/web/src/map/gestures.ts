import type { Combine } from '../state/rowSets';
import type { Point } from './view';

export type Mode = 'move' | 'path' | 'lasso';

/** After this many milliseconds without movement everything is drawn. */
export const REST = 140;

/** The directions of the arrow keys, in pixels. */
export const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Receives what the user does on the map, in pixels from the map's top left. */
export interface Hand {
  point(at: Point): void;
  pan(dx: number, dy: number): void;
  zoom(at: Point, factor: number): void;
  /** A line is being drawn (modes `path` and `lasso`). */
  draw(line: readonly Point[], done: boolean, combine: Combine): void;
  click(at: Point): void;
  pin(at: Point): void;
  key(key: string, shift: boolean): boolean;
}

/** With Shift, rows are added to the selection, with Alt they are taken out. */
function combine(event: PointerEvent): Combine {
  return event.shiftKey ? 'add' : event.altKey ? 'subtract' : 'replace';
}

/** Turns events of pointer, wheel and keys into calls of `hand`. Two fingers zoom in every mode. */
export function listen(element: HTMLElement, mode: () => Mode, hand: Hand): void {
  const down = new Map<number, Point>();
  let line: Point[] = [];
  let moved = 0;

  const at = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    down.set(event.pointerId, at(event));
    moved = 0;
    line = down.size === 1 && mode() !== 'move' ? [at(event)] : [];
  });

  element.addEventListener('pointermove', (event) => {
    const before = down.get(event.pointerId);
    const now = at(event);
    if (!before) {
      if (event.pointerType !== 'touch') hand.point(now);
      return;
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (down.size === 2) {
      const other = [...down].find(([id]) => id !== event.pointerId)![1];
      const far = (p: Point) => Math.max(1, Math.hypot(p.x - other.x, p.y - other.y));
      hand.zoom({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }, far(now) / far(before));
      hand.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    } else if (line.length) {
      // Also where the pointer was while the page was busy: a fast lasso keeps its corners.
      const between = event.getCoalescedEvents?.() ?? [];
      line.push(...(between.length ? between.map(at) : [now]));
      hand.draw(line, false, combine(event));
      hand.point(now);
    } else {
      hand.pan(now.x - before.x, now.y - before.y);
    }
    down.set(event.pointerId, now);
  });

  const up = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return;
    if (line.length > 1) {
      line.push(at(event));
      hand.draw(line, true, combine(event));
    }
    line = [];
    if (moved < 4 && down.size === 0) {
      hand.point(at(event));
      if (event.shiftKey) hand.pin(at(event));
      else if (mode() === 'move') hand.click(at(event));
    }
  };
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', (event) => {
    down.delete(event.pointerId);
    line = [];
  });
  element.addEventListener('dblclick', (event) => hand.pin(at(event)));

  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      hand.zoom(at(event), Math.exp(-0.0015 * Math.max(-400, Math.min(400, event.deltaY * lines)) * (event.ctrlKey ? 4 : 1)));
    },
    { passive: false },
  );

  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (hand.key(event.key, event.shiftKey)) event.preventDefault();
  });
}
