import type { ClassStyle } from '../data/description';
import { css, mix, parsed, type Rgb } from './colors';
import type { Marks } from './overlay';

/**
 * The mode of each class: the middle of the cell where its rows are densest. Its name is drawn there. Null for a class
 * without rows, and for classes that share a look.
 */
export function classModes(
  places: Float32Array,
  labels: Int32Array,
  classes: readonly ClassStyle[],
  cell: number,
  visible: (row: number) => boolean = () => true,
): (readonly [number, number] | null)[] {
  const counts: Map<string, number>[] = classes.map(() => new Map());
  const step = Math.max(1, Math.floor(labels.length / 100_000));
  for (let row = 0; row < labels.length; row += step) {
    const label = labels[row];
    if (label < 0 || classes[label].other || !visible(row)) continue;
    const key = `${Math.floor(places[2 * row] / cell)},${Math.floor(places[2 * row + 1] / cell)}`;
    counts[label].set(key, (counts[label].get(key) ?? 0) + 1);
  }
  return counts.map((cells) => {
    let best: readonly [number, number] | null = null;
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
        best = [(i + 0.5) * cell, (j + 0.5) * cell];
      }
    }
    return best;
  });
}

/** The names of the classes, at their modes. */
export function named(
  classes: readonly ClassStyle[],
  modes: readonly (readonly [number, number] | null)[],
  dark: boolean,
): Marks['names'] {
  const paper: Rgb = dark ? [255, 255, 255] : [0, 0, 0];
  return classes.flatMap((style, label) => {
    const mode = modes[label];
    if (!mode) return [];
    const ink = css(mix(parsed(dark ? style.dark : style.color), paper, dark ? 0.25 : 0.35));
    return [{ text: style.name, at: { x: mode[0], y: mode[1] }, ink }];
  });
}
