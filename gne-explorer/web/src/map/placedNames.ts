import type { MapName } from './names';
import type { View } from './view';

/** A name where it is written. */
export interface PlacedName {
  readonly name: MapName;
  /** Its middle, in pixels. */
  readonly x: number;
  readonly y: number;
  /** The size of its letters, in pixels. */
  readonly size: number;
}

/** The width of a line in pixels. */
export type Measure = (text: string, font: string) => number;

/** A box in pixels, by its middle. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The number of rows under a box in pixels. */
export type Covered = (x: number, y: number, w: number, h: number) => number;

export const NAME_FONT = 'system-ui, sans-serif';

/** The distance between two lines, as a share of the size of the letters. */
export const LINE = 1.12;

/** Names are smaller on a map that is narrower than this, in pixels. */
const WIDE = 500;

const SMALLEST = 11;

/** Pixels around a name that no other name covers. */
const MARGIN = 4;

/** Where a name may stand beside its place: shares of its reach to the right and downwards. Above and below it is missed least. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, 0],
  ...[0.3, 0.6, 1].flatMap((r): (readonly [number, number])[] => [
    [0, r],
    [0, -r],
    [0.7 * r, 0.7 * r],
    [-0.7 * r, 0.7 * r],
    [0.7 * r, -0.7 * r],
    [-0.7 * r, -0.7 * r],
    [r, 0],
    [-r, 0],
  ]),
];

export function fontOf({ name, size }: Pick<PlacedName, 'name' | 'size'>): string {
  return `${name.bold ? 700 : 500} ${size}px ${NAME_FONT}`;
}

/**
 * Finds a place for each name, in their order; a name that would cover another one is left out. Names that are not in sight keep their
 * places too, so that none jumps when the map is moved.
 *
 * @param covered of the places where a name covers no other one, it takes the one where it covers fewest rows; by default the nearest
 * @param blocked boxes that no name may cover
 */
export function placedNames(view: View, names: readonly MapName[], measure: Measure, covered?: Covered, blocked: readonly Block[] = []): PlacedName[] {
  const taken = [...blocked];
  const found: PlacedName[] = [];
  const factor = Math.min(1, Math.max(0.5, view.width / WIDE));
  for (const name of names) {
    const size = Math.max(SMALLEST, Math.round(name.size * factor));
    const font = fontOf({ name, size });
    const w = Math.max(...name.lines.map((line) => measure(line, font))) + 2 * MARGIN;
    const h = size * (1 + LINE * (name.lines.length - 1)) + MARGIN;
    const at = view.toScreen(name.at.x, name.at.y);
    // A name whose place is in sight is so too.
    const seen = at.x > 0 && at.x < view.width && at.y > 0 && at.y < view.height;
    const inside = (value: number, half: number, length: number) => (seen && 2 * half < length ? Math.min(length - half, Math.max(half, value)) : value);
    let best: { x: number; y: number; rows: number } | null = null;
    for (const [dx, dy] of STEPS) {
      if (name.reach === 0 && (dx || dy)) break;
      const x = inside(at.x + dx * name.reach, w / 2, view.width);
      const y = inside(at.y + dy * name.reach, h / 2, view.height);
      if (taken.some((o) => Math.abs(o.x - x) < (o.w + w) / 2 && Math.abs(o.y - y) < (o.h + h) / 2)) continue;
      const rows = covered ? covered(x, y, w, h) : 0;
      if (!best || rows < best.rows) best = { x, y, rows };
      if (rows === 0) break;
    }
    if (!best) continue;
    taken.push({ ...best, w, h });
    found.push({ name, x: best.x, y: best.y, size });
  }
  return found.filter(({ x, y }) => x > -200 && y > -60 && x < view.width + 200 && y < view.height + 60);
}

/** The middle of a line of a placed name, from the top. */
export function lineAt({ name, y, size }: PlacedName, line: number): number {
  return y + (line - (name.lines.length - 1) / 2) * LINE * size;
}

/** Draws names with a halo in the colour of the page. */
export function drawNames(g: CanvasRenderingContext2D, names: readonly PlacedName[], paper: string): void {
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.lineJoin = 'round';
  for (const each of names) {
    g.font = fontOf(each);
    g.lineWidth = Math.max(3.5, each.size / 4);
    g.strokeStyle = paper;
    g.fillStyle = each.name.ink;
    // All halos first: that of the second line must not cover the first one.
    each.name.lines.forEach((line, i) => g.strokeText(line, each.x, lineAt(each, i)));
    each.name.lines.forEach((line, i) => g.fillText(line, each.x, lineAt(each, i)));
  }
}

let context: CanvasRenderingContext2D | null = null;

/** Measures lines as a browser draws them. */
export const measured: Measure = (text, font) => {
  context ??= document.createElement('canvas').getContext('2d')!;
  context.font = font;
  return context.measureText(text).width;
};
