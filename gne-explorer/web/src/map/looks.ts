import type { ClassStyle } from '../data/description';
import { parsed, type Rgb, viridis } from './colors';
import { PALE, RING } from './marks';
import type { Ink } from './points';

/** The number of colours of a colour scale. */
const STEPS = 256;

/** The number of looks that differ, as in org.gne.draw.ClassLooks: ten colours with four marks. */
const LOOKS = 40;

/** The colour of all classes that share one look: near the background, so that the named classes stand out. */
function pale(dark: boolean): Rgb {
  return dark ? [61, 69, 81] : [198, 204, 212];
}

/** The colour of rows whose value is not known. */
export function unknownColor(dark: boolean): Rgb {
  return dark ? [104, 114, 128] : [150, 159, 170];
}

/** The colour of all points while a layer has the only colour scale. */
export function neutralColor(dark: boolean): Rgb {
  return dark ? [238, 241, 245] : [20, 24, 31];
}

/** The colour of a class. */
export function classColor(style: ClassStyle, dark: boolean): Rgb {
  return style.other ? pale(dark) : parsed(dark ? style.dark : style.color);
}

/** The palette for classes; rows of class -1 have its last entry. */
export function classInks(classes: readonly ClassStyle[], dark: boolean): Ink[] {
  const inks = classes.map((style): Ink => ({ color: classColor(style, dark), mark: style.other ? PALE : style.mark }));
  return [...inks, unknownInk(dark)];
}

/** The palette entry of each row. */
export function classCodes(labels: ArrayLike<number>, classes: number): Uint16Array {
  return Uint16Array.from(labels, (label) => (label < 0 ? classes : label));
}

/**
 * The looks of the categories of a column. Up to 40 have one of their own; of more, the 40 with the most rows.
 *
 * @param palette ten colours, each for a light and for a dark page
 */
export function categoryStyles(
  names: readonly string[],
  codes: ArrayLike<number>,
  palette: readonly (readonly [string, string])[],
): ClassStyle[] {
  const counts = countsOf(codes, names.length);
  const order = Array.from(names.keys());
  if (names.length > LOOKS) order.sort((a, b) => counts[b] - counts[a] || a - b);
  const looks = new Map(order.slice(0, LOOKS).map((code, look) => [code, look]));
  return names.map((name, code) => {
    const look = looks.get(code);
    const [color, dark] = palette[(look ?? 0) % palette.length];
    return look === undefined ? { name, color, dark, mark: 0, other: true } : { name, color, dark, mark: Math.floor(look / palette.length) };
  });
}

/** The number of rows of each code; codes below 0 are not counted. */
export function countsOf(codes: ArrayLike<number>, n: number, wanted: (row: number) => boolean = () => true): Int32Array {
  const counts = new Int32Array(n);
  for (let row = 0; row < codes.length; row++) if (codes[row] >= 0 && wanted(row)) counts[codes[row]]++;
  return counts;
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

/** The same marks, all in one colour that no scale has. */
export function neutralInks(inks: readonly Ink[], dark: boolean): Ink[] {
  return inks.map(({ mark }) => ({ color: neutralColor(dark), mark: mark === RING ? RING : 0 }));
}

/** The palette entry of each row for numbers between the ends of a scale. */
export function scaleCodes(values: ArrayLike<number>, [low, high]: readonly [number, number]): Uint16Array {
  return Uint16Array.from(values, (v) =>
    Number.isNaN(v) ? STEPS : Math.round((STEPS - 1) * Math.min(1, Math.max(0, (v - low) / (high - low)))),
  );
}

/** The 2nd and the 98th percentile of numbers, or the ends of all if these are the same; as in figures. */
export function scaleRange(values: ArrayLike<number>): readonly [number, number] {
  const step = Math.max(1, Math.floor(values.length / 50_000));
  const known: number[] = [];
  for (let i = 0; i < values.length; i += step) if (!Number.isNaN(values[i])) known.push(values[i]);
  known.sort((a, b) => a - b);
  const last = known.length - 1;
  const low = known[Math.floor(0.02 * last)] ?? 0;
  const high = known[Math.ceil(0.98 * last)] ?? 1;
  if (low < high) return [low, high];
  // If nearly all are the same, as of a gene of a rare kind of cells, the others are what is looked for.
  return last >= 0 && known[0] < known[last] ? [known[0], known[last]] : [low - 1, low + 1];
}
