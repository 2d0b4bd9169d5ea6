import { expect, it } from 'vitest';
import { chosenThumbs } from '../src/map/thumbnails';
import { View } from '../src/map/view';

/** 2,500 rows on a grid. */
const places = Float32Array.from({ length: 5000 }, (_, i) => (i % 2 ? Math.floor(i / 100) : (i / 2) % 50));
const rows = Array.from({ length: 2500 }, (_, i) => i);

function view(zoom: number): View {
  const found = View.around(places);
  found.resize(1000, 700);
  found.restore(25, 25, zoom);
  return found;
}

function inView(of: View): number[] {
  return rows.filter((row) => {
    const { x, y } = of.toScreen(places[2 * row], places[2 * row + 1]);
    return x > 0 && y > 0 && x < of.width && y < of.height;
  });
}

it('images are of rows that are near, and none covers another', () => {
  expect(chosenThumbs(view(1), rows, places, [])).toEqual([]);
  for (const zoom of [3, 5, 20]) {
    const near = view(zoom);
    const some = inView(near);
    const thumbs = chosenThumbs(near, some, places, []);
    expect(thumbs.length).toBeGreaterThan(some.length / 5);
    const at = thumbs.map(({ at, side }) => ({ ...near.toScreen(at.x, at.y), side }));
    at.forEach((a, i) => at.slice(0, i).forEach((b) => expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual((a.side + b.side) / 2 + 4)));
  }
});

it('typical rows of clusters are shown at any zoom, larger ones first', () => {
  const medoids = [
    { row: 7, level: 0, at: { x: 10, y: 10 } },
    { row: 8, level: 1, at: { x: 10.5, y: 10 } },
    { row: 9, level: 1, at: { x: 40, y: 40 } },
  ];
  const thumbs = chosenThumbs(view(1), rows, places, medoids);
  expect(thumbs.map(({ row }) => row)).toEqual([7, 9]);
  expect(thumbs[0].side).toBeGreaterThan(thumbs[1].side);
});
