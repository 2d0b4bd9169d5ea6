import { describe, expect, it } from 'vitest';
import type { Cluster } from '../src/data/description';
import { ClusterNames, levelsOf } from '../src/map/clusterNames';
import { classNames, type MapName, modes } from '../src/map/names';
import { placedNames } from '../src/map/placedNames';
import { View } from '../src/map/view';

/** Letters are 0.6 of their size wide. */
const measure = (text: string, font: string) => text.length * 0.6 * Number(/(\d+)px/.exec(font)![1]);

describe('names of classes', () => {
  it('stand at the mode of their class, not for classes that share a look', () => {
    const places: number[] = [];
    const classes: number[] = [];
    for (let label = 0; label < 130; label++) {
      for (let i = 0; i <= label; i++) {
        // Two thirds of a class at (label, 5), the rest far away.
        places.push(label + 0.5, i % 3 ? 5.5 : -50.5);
        classes.push(label);
      }
    }
    const own = Array.from({ length: 131 }, (_, i) => i >= 90);
    const found = modes(Float32Array.from(places), Int32Array.from(classes), own, 1);
    expect(found.filter((place) => place !== null).length).toBe(40);
    expect(found[9]).toBeNull();
    expect(found[129]).toEqual({ x: 129.5, y: 5.5 });
    expect(found[130]).toBeNull();
  });

  it('only classes with shown rows are named, by their short names', () => {
    const classes = ['oak', 'elm', 'ash'].map((name) => ({ name, color: '#1f6fb8', dark: '#7cb8ee', mark: 0, short: `${name[0]}…` }));
    const places = Float32Array.from([1, 2, 3, 4]);
    const own = [true, true, true];
    const some = modes(places, Int32Array.from([0, 2]), own, 1, (row) => row === 0);
    expect(classNames(classes, some, false).map(({ lines, at }) => [lines, at])).toEqual([[['o…'], { x: 1.5, y: 2.5 }]]);
    const all = modes(places, Int32Array.from([0, 2]), own, 1);
    expect(classNames(classes, all, true).map(({ lines }) => lines[0])).toEqual(['o…', 'a…']);
  });
});

/** Two clusters of four parts each, 100 rows a part, around the points of a grid. */
function grid(): { clusters: Cluster[]; finest: Int32Array; places: Float32Array } {
  const clusters: Cluster[] = [];
  const one = (level: number, name: string, x: number, y: number, parent?: number) =>
    clusters.push({ level, parent, name, lines: [name], at: [x, y], size: 0, row: 0 });
  one(0, 'west', 5, 5);
  one(0, 'east', 35, 5);
  const centres: number[][] = [];
  for (const [parent, x] of [[0, 0], [1, 30]]) {
    for (const [dx, dy] of [[0, 0], [10, 0], [0, 10], [10, 10]]) {
      one(1, `part ${clusters.length - 2}`, x + dx, dy, parent);
      centres.push([x + dx, dy]);
    }
  }
  const finest = Int32Array.from({ length: 800 }, (_, row) => 2 + Math.floor(row / 100));
  const places = new Float32Array(1600);
  for (let row = 0; row < 800; row++) {
    const [x, y] = centres[Math.floor(row / 100)];
    const angle = (2 * Math.PI * (row % 100)) / 100;
    places.set([x + 2 * Math.cos(angle), y + 2 * Math.sin(angle)], 2 * row);
  }
  return { clusters, finest, places };
}

function view(places: Float32Array, zoom: number): View {
  const found = View.around(places);
  found.resize(1000, 600);
  found.restore(5, 5, zoom);
  return found;
}

describe('names of clusters', () => {
  const { clusters, finest, places } = grid();
  const texts = (names: readonly MapName[]) => names.map(({ lines }) => lines[0]);

  it('are those of large clusters far out, and of their parts near', () => {
    const names = new ClusterNames(clusters, finest, places, 1);
    expect(texts(names.names(view(places, 0.3), false))).toEqual(['west', 'east']);
    expect(texts(names.names(view(places, 1), false)).slice(0, 3)).toEqual(['west', 'east', 'part 0']);
    const near = names.names(view(places, 4), false);
    expect(texts(near)).toEqual(['part 0', 'part 1', 'part 2', 'part 3', 'part 4', 'part 5', 'part 6', 'part 7']);
    expect(near.every(({ bold }) => bold)).toBe(true);
  });

  it('leave out clusters without shown rows, and stand among the shown rows', () => {
    const names = new ClusterNames(clusters, finest, places, 1);
    const hidden = Uint8Array.from({ length: 800 }, (_, row) => Number(row < 300 || row >= 400));
    names.setHidden(hidden);
    const found = names.names(view(places, 1), true);
    expect(texts(found)).toEqual(['west', 'part 3']);
    expect(Math.hypot(found[0].at.x - 10, found[0].at.y - 10)).toBeLessThan(4);
    names.setHidden(null);
    expect(names.names(view(places, 1), true).length).toBe(10);
  });

  it('never cover each other, and do not jump when the map is moved', () => {
    const names = new ClusterNames(clusters, finest, places, 1);
    for (const zoom of [0.3, 0.7, 1, 1.6, 3, 8]) {
      const before = view(places, zoom);
      const first = placedNames(before, names.names(before, false), measure);
      const boxes = first.map(({ name, x, y, size }) => {
        const w = Math.max(...name.lines.map((line) => 0.6 * size * line.length));
        return { x, y, w, h: size * name.lines.length };
      });
      boxes.forEach((a, i) =>
        boxes.slice(0, i).forEach((b) => expect(Math.abs(a.x - b.x) >= (a.w + b.w) / 2 || Math.abs(a.y - b.y) >= (a.h + b.h) / 2).toBe(true)),
      );
      const after = view(places, zoom);
      after.pan(13, -7);
      for (const { name, x, y } of placedNames(after, names.names(after, false), measure)) {
        const was = first.find((each) => each.name.lines[0] === name.lines[0]);
        const inside = was && was.x > 100 && was.x < 900 && was.y > 30 && was.y < 570;
        if (inside) expect([x, y].map((value) => Math.round(value))).toEqual([Math.round(was.x + 13), Math.round(was.y - 7)]);
      }
    }
  });

  it('know the cluster of each row on each level', () => {
    const [large, small] = levelsOf(clusters, finest);
    expect([large[0], large[799], small[0], small[799]]).toEqual([0, 1, 2, 9]);
  });
});
