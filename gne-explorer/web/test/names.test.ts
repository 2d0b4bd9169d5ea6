import { expect, it } from 'vitest';
import { classModes, named } from '../src/map/names';

it('names stand at the mode of their class, not for classes that share a look', () => {
  const places: number[] = [];
  const classes: number[] = [];
  for (let label = 0; label < 130; label++) {
    for (let i = 0; i <= label; i++) {
      // Two thirds of a class at (label, 5), the rest far away.
      places.push(label + 0.5, i % 3 ? 5.5 : -50.5);
      classes.push(label);
    }
  }
  const styles = Array.from({ length: 131 }, (_, i) => ({ name: `${i}`, color: '#1f6fb8', mark: 0, ...(i < 90 ? { other: true as const } : {}) }));
  const found = classModes(Float32Array.from(places), Int32Array.from(classes), styles, 1);
  expect(found.filter((place) => place !== null).length).toBe(40);
  expect(found[9]).toBeNull();
  expect(found[129]).toEqual([129.5, 5.5]);
  expect(found[130]).toBeNull();
});

it('only classes that are visible and have rows are named', () => {
  const classes = ['oak', 'elm', 'ash'].map((name) => ({ name, color: '#1f6fb8', mark: 0 }));
  const found = named(classes, [[1, 2], null, [3, 4]], (label) => label !== 2, false);
  expect(found.map(({ text, at }) => [text, at])).toEqual([['oak', { x: 1, y: 2 }]]);
  expect(named(classes, [[1, 2], null, [3, 4]], () => true, true).map(({ text }) => text)).toEqual(['oak', 'ash']);
});
