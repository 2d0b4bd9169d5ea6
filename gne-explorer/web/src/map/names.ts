import type { ClassStyle } from '../data/description';
import { css, mix, parsed, type Rgb } from './colors';
import type { Point } from './view';

/** A name to be written on the map. */
export interface MapName {
  readonly lines: readonly string[];
  /** Where it belongs, in map units. */
  readonly at: Point;
  readonly ink: string;
  /** The size of its letters, in pixels. */
  readonly size: number;
  readonly bold: boolean;
  /** How far it may be moved so that it covers no other name, in pixels. */
  readonly reach: number;
}

/**
 * The mode of each class: the middle of the cell where its rows are densest. Null for a class without rows, and for classes that are
 * not wanted.
 *
 * @param labels the class of each row, -1 for none
 * @param cell the side of a cell in map units
 */
export function modes(
  places: Float32Array,
  labels: Int32Array,
  wanted: readonly boolean[],
  cell: number,
  visible: (row: number) => boolean = () => true,
): (Point | null)[] {
  const counts: Map<string, number>[] = wanted.map(() => new Map());
  const step = Math.max(1, Math.floor(labels.length / 100_000));
  for (let row = 0; row < labels.length; row += step) {
    const label = labels[row];
    if (label < 0 || !wanted[label] || !visible(row)) continue;
    const key = `${Math.floor(places[2 * row] / cell)},${Math.floor(places[2 * row + 1] / cell)}`;
    counts[label].set(key, (counts[label].get(key) ?? 0) + 1);
  }
  return counts.map((cells) => {
    let best: Point | null = null;
    let most = 0;
    for (const key of cells.keys()) {
      const [i, j] = key.split(',').map(Number);
      // Count the cells around it too, so that one pile of equal rows does not decide.
      let sum = 0;
      for (let dj = -1; dj <= 1; dj++) {
        for (let di = -1; di <= 1; di++) sum += cells.get(`${i + di},${j + dj}`) ?? 0;
      }
      if (sum > most) {
        most = sum;
        best = { x: (i + 0.5) * cell, y: (j + 0.5) * cell };
      }
    }
    return best;
  });
}

/** The names of the classes with a look of their own, at their modes. */
export function classNames(classes: readonly ClassStyle[], places: readonly (Point | null)[], dark: boolean): MapName[] {
  const paper: Rgb = dark ? [255, 255, 255] : [0, 0, 0];
  return classes.flatMap((style, label): MapName[] => {
    const at = places[label];
    if (!at || style.other) return [];
    const text = style.short ?? style.name;
    const ink = css(mix(parsed(dark ? style.dark : style.color), paper, dark ? 0.25 : 0.35));
    return [{ lines: [text], at, ink, size: text.length <= 2 ? 24 : 15, bold: true, reach: 0 }];
  });
}
