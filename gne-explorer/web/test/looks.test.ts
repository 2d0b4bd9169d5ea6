import { expect, it } from 'vitest';
import type { ClassStyle, Description } from '../src/data/description';
import type { LoadedMap } from '../src/data/loaded';
import { categoryStyles, classCodes, classInks, neutralInks, scaleCodes, scaleInks, scaleRange, unknownColor } from '../src/map/looks';
import { PALE, RING } from '../src/map/marks';
import type { Field } from '../src/ui/fields';
import { explainedShares, Rows } from '../src/ui/rows';
import { shares } from '../src/ui/sample';

const CLASSES: readonly ClassStyle[] = [
  { name: 'oak', color: '#1a3d9b', dark: '#56b8f9', mark: 0 },
  { name: 'elm', color: '#b73a00', dark: '#c17f01', mark: 1 },
  { name: 'ash', color: '#c6ccd4', dark: '#c6ccd4', mark: 0, other: true },
];

it('rows of small classes are pale on both themes, rows without a class are hollow', () => {
  const codes = classCodes(Int32Array.from([1, -1, 2, 0]), CLASSES.length);
  for (const dark of [false, true]) {
    const inks = classInks(CLASSES, dark);
    expect(Array.from(codes, (code) => inks[code].mark)).toEqual([1, RING, PALE, 0]);
    const paper = dark ? 14 : 255;
    const far = (color: readonly number[]) => Math.abs(color[0] - paper);
    // Nearer to the background than rows without a class, and those nearer than the classes with a name.
    expect(far(inks[codes[2]].color)).toBeLessThan(far(unknownColor(dark)));
    expect(far(inks[codes[2]].color)).toBeGreaterThan(30);
  }
});

it('while the layer has the only scale, all points have one colour, and unknown ones stay hollow', () => {
  const inks = neutralInks(classInks(CLASSES, false), false);
  expect(new Set(inks.map(({ color }) => String(color))).size).toBe(1);
  expect(inks.map(({ mark }) => mark)).toEqual([0, 0, 0, RING]);
});

it('of many categories the 40 with the most rows have a look of their own', () => {
  const names = Array.from({ length: 50 }, (_, i) => `c${i}`);
  const codes = names.flatMap((_, i) => Array<number>(i + 1).fill(i));
  const styles = categoryStyles(names, codes, Array.from({ length: 10 }, (_, i) => [`#00000${i}`, `#ffffff`] as const));
  expect(styles.filter(({ other }) => other).map(({ name }) => name)).toEqual(names.slice(0, 10));
  expect(styles[49]).toEqual({ name: 'c49', color: '#000000', dark: '#ffffff', mark: 0 });
  expect(styles[38]).toEqual({ name: 'c38', color: '#000001', dark: '#ffffff', mark: 1 });
  expect(new Set(styles.slice(10).map(({ color, mark }) => `${color}${mark}`)).size).toBe(40);
});

it('numbers are coloured between the 2nd and the 98th percentile', () => {
  const values = Float64Array.from({ length: 1001 }, (_, i) => (i === 1000 ? 1e300 : i));
  expect(scaleRange(values)).toEqual([20, 980]);
  expect(scaleRange([NaN, 7, NaN])).toEqual([6, 8]);
  const codes = scaleCodes([20, 980, 500, -5, 1e9, NaN], [20, 980]);
  expect(Array.from(codes)).toEqual([0, 255, 128, 0, 255, 256]);
  for (const dark of [false, true]) {
    const inks = scaleInks(dark);
    expect(inks[256].mark).toBe(RING);
    const brightness = [0, 128, 255].map((code) => inks[code].color.reduce((a, b) => a + b));
    // The largest number stands out most from the background.
    expect(brightness[0] < brightness[1] && brightness[1] < brightness[2]).toBe(dark);
    expect(brightness[0] > brightness[1] && brightness[1] > brightness[2]).toBe(!dark);
    const paper = dark ? 45 : 765;
    expect(Math.min(...brightness.map((each) => Math.abs(each - paper)))).toBeGreaterThan(200);
  }
});

it('a row has its number as label, and its explained share', () => {
  const map = {
    source: { description: { rows: 3, classes: [], nullError: 2 } as Partial<Description> },
    classes: null,
    target: Float64Array.from([12345.678, NaN, 0]),
    errors: Float32Array.from([0.5, 2, 3]),
  } as unknown as LoadedMap;
  const rows = new Rows(map);
  expect([0, 1, 2].map((row) => rows.label(row))).toEqual(['12345.678', null, '0']);
  expect([0, 1, 2].map((row) => rows.explained(row))).toEqual([0.75, 0, -0.5]);
  expect(Array.from(explainedShares(map))).toEqual([0.75, 0, -0.5]);
});

it('the probabilities of categories are named, largest first', () => {
  const field: Field = { name: 'kind', kind: 'category', categories: ['oak', 'elm', 'ash'], from: 1 };
  expect(shares(field, [9, 0.25, 0.748, 0.002])).toBe('elm 75 %, oak 25 %');
});
