import { expect, it } from 'vitest';
import { Places } from '../src/map/places';
import { densePath } from '../src/model/densePath';

it('a way through dense places goes around a gap, and ends where it is wanted', () => {
  // Rows on three sides of a square: the straight way from the lower left to the lower right crosses a gap.
  const places: number[] = [];
  for (let i = 0; i <= 200; i++) {
    const t = i / 200;
    places.push(0, 10 * t, 10 * t, 10, 10, 10 * t);
  }
  const rows = new Places(Float32Array.from(places));
  const path = densePath(rows, { x: 0, y: 0 }, (at) => at.x > 9.5 && at.y < 1)!;
  expect(path[0]).toEqual({ x: 0, y: 0 });
  const end = path[path.length - 1];
  expect(end.x > 9.5 && end.y < 1).toBe(true);
  expect(Math.max(...path.map(({ y }) => y))).toBeGreaterThan(9);
  for (const at of path) expect(rows.distance(rows.nearest(at, 1)[0], at)).toBeLessThan(1);
  expect(densePath(rows, { x: 0, y: 0 }, () => false)).toBeNull();
});

it('without a gap the way is straight', () => {
  const places = Float32Array.from({ length: 20_000 }, (_, i) => (i % 2 ? Math.floor(i / 200) : (i >> 1) % 100) / 10);
  const path = densePath(new Places(places), { x: 1, y: 5 }, (at) => at.x > 9)!;
  for (const { y } of path) expect(Math.abs(y - 5)).toBeLessThan(0.2);
});
