import type { ClassStyle } from '../data/description';
import { parsed, type Rgb, viridis } from './colors';
import { PALE, RING } from './marks';
import type { Ink } from './points';

/** The number of colours of a colour scale. */
const STEPS = 256;

/** The colour of all classes that share one look: near the background, so that the named classes stand out. */
function pale(dark: boolean): Rgb {
  return dark ? [61, 69, 81] : [198, 204, 212];
}

/** The colour of rows whose label is not known. */
export function unknownColor(dark: boolean): Rgb {
  return dark ? [104, 114, 128] : [160, 169, 180];
}

/** The colour of a class. */
export function classColor(style: ClassStyle, dark: boolean): Rgb {
  return style.other ? pale(dark) : parsed(style.color);
}

/** The palette for classes; rows of class -1 have its last entry. */
export function classInks(classes: readonly ClassStyle[], dark: boolean, visible: (label: number) => boolean): Ink[] {
  const inks: Ink[] = classes.map((style, label) =>
    visible(label) ? { color: classColor(style, dark), mark: style.other ? PALE : style.mark } : null,
  );
  inks.push(visible(-1) ? unknownInk(dark) : null);
  return inks;
}

/** The palette entry of each row. */
export function classCodes(labels: Int32Array, classes: readonly ClassStyle[]): Uint16Array {
  return Uint16Array.from(labels, (label) => (label < 0 ? classes.length : label));
}

export function unknownInk(dark: boolean): Ink {
  return { color: unknownColor(dark), mark: RING };
}

/** The palette for numbers; rows without a number have its last entry. */
export function scaleInks(dark: boolean): Ink[] {
  const inks: Ink[] = Array.from({ length: STEPS }, (_, i) => ({ color: viridis(i / (STEPS - 1), dark), mark: 0 }));
  inks.push(unknownInk(dark));
  return inks;
}

/** The palette entry of each row for numbers between the ends of a scale. */
export function scaleCodes(values: ArrayLike<number>, [low, high]: readonly [number, number]): Uint16Array {
  return Uint16Array.from(values, (v) =>
    Number.isNaN(v) ? STEPS : Math.round((STEPS - 1) * Math.min(1, Math.max(0, (v - low) / (high - low)))),
  );
}

/** The 2nd and the 98th percentile of numbers, as in figures. */
export function scaleRange(values: ArrayLike<number>): readonly [number, number] {
  const step = Math.max(1, Math.floor(values.length / 50_000));
  const known: number[] = [];
  for (let i = 0; i < values.length; i += step) if (!Number.isNaN(values[i])) known.push(values[i]);
  known.sort((a, b) => a - b);
  const last = known.length - 1;
  const low = known[Math.floor(0.02 * last)] ?? 0;
  const high = known[Math.ceil(0.98 * last)] ?? 1;
  return low < high ? [low, high] : [low - 1, low + 1];
}
