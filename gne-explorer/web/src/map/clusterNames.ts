import type { Cluster } from '../data/description';
import { type MapName, modes } from './names';
import type { Medoid } from './thumbnails';
import type { Point, View } from './view';

/** A cluster below the first level is named if it is at least so long on the screen, in pixels. */
const LEAST = 84;

/** A cluster that is longer than this share of the shorter side of the map is not named: its parts are. */
const MOST = 1.15;

/** The diameter of a disc is so many times the root mean square distance of its points from the middle. */
const DISC = 2 * Math.SQRT2;

/**
 * The names of clusters at zoom levels: few large ones when the whole map is in sight, those of their parts when they are near. Clusters
 * without shown rows have none.
 */
export class ClusterNames {
  /** The cluster of each row on each level. */
  private readonly levels: readonly Int32Array[];
  /** Where each name belongs; null without shown rows. */
  private at: readonly (Point | null)[];
  private hidden: Uint8Array | null = null;
  private stale = false;
  /** The length of each cluster in map units. */
  private readonly length: readonly number[];

  /**
   * @param finest the cluster of each row on the last level, -1 for none
   * @param cell the side of the cells in which modes are sought among shown rows, in map units
   */
  constructor(
    private readonly clusters: readonly Cluster[],
    finest: Int32Array,
    private readonly places: Float32Array,
    private readonly cell: number,
  ) {
    this.levels = levelsOf(clusters, finest);
    this.at = clusters.map(({ at }) => ({ x: at[0], y: at[1] }));
    this.length = lengths(clusters.length, this.levels, places);
  }

  /** @param hidden 1 for each row that is not shown, or null if all are */
  setHidden(hidden: Uint8Array | null): void {
    this.hidden = hidden;
    this.stale = true;
  }

  /** Finds the places of the names, when they are first needed after a change. */
  private place(): void {
    const { hidden } = this;
    this.stale = false;
    if (!hidden) {
      this.at = this.clusters.map(({ at }) => ({ x: at[0], y: at[1] }));
      return;
    }
    const found: (Point | null)[] = this.clusters.map(() => null);
    this.levels.forEach((ids, level) => {
      const wanted = this.clusters.map((cluster) => cluster.level === level);
      modes(this.places, ids, wanted, this.cell, (row) => hidden[row] === 0).forEach((at, id) => (found[id] = at ?? found[id]));
    });
    this.at = found;
  }

  /** The clusters that are neither too small nor too large for the screen, the coarser and larger ones first. */
  shown(view: View): number[] {
    if (this.stale) this.place();
    const side = Math.min(view.width, view.height);
    const wide = (id: number) => this.length[id] * view.scale > MOST * side;
    const parents = new Set(this.clusters.map(({ parent }) => parent));
    return Array.from(this.clusters.keys()).filter((id) => {
      if (!this.at[id]) return false;
      const on = this.length[id] * view.scale;
      if (wide(id) && parents.has(id)) return false;
      const { level, parent } = this.clusters[id];
      return level === 0 || on >= LEAST || (parent !== undefined && wide(parent) && on >= LEAST / 2);
    });
  }

  /** The typical rows of clusters without a name, where their rows are densest. */
  medoids(view: View): Medoid[] {
    return this.shown(view)
      .filter((id) => !this.clusters[id].lines.length)
      .map((id) => ({ row: this.clusters[id].row, level: this.clusters[id].level, at: this.at[id]! }));
  }

  names(view: View, dark: boolean): MapName[] {
    const side = Math.min(view.width, view.height);
    const shown = this.shown(view);
    const there = new Set(shown);
    return shown.flatMap((id): MapName[] => {
      const { lines, level, parent, name } = this.clusters[id];
      if (!lines.length) return [];
      // An only part has the name of the whole.
      if (parent !== undefined && there.has(parent) && this.clusters[parent].name === name) return [];
      const length = this.length[id] * view.scale;
      const first = parent === undefined || !there.has(parent);
      const size = name.length <= 2 ? 24 : first ? (length < side / 6 ? 15 : 19) : 13;
      const ink = dark ? (first ? '#f4f6f9' : '#d5dbe4') : first ? '#1d2129' : '#3b424e';
      return [{ lines, at: this.at[id]!, ink, size, bold: first, reach: Math.max(40, (level === 0 ? 0.3 : 0.4) * length) }];
    });
  }
}

/** The cluster of each row on each level. */
export function levelsOf(clusters: readonly Cluster[], finest: Int32Array): Int32Array[] {
  const levels = [finest];
  for (let level = Math.max(...clusters.map((cluster) => cluster.level)); level > 0; level--) {
    levels.unshift(levels[0].map((id) => (id < 0 ? -1 : clusters[id].parent!)));
  }
  return levels;
}

function lengths(n: number, levels: readonly Int32Array[], places: Float32Array): number[] {
  const sums = Array.from({ length: n }, () => ({ n: 0, x: 0, y: 0, squares: 0 }));
  for (const ids of levels) {
    for (let row = 0; row < ids.length; row++) {
      const sum = sums[ids[row]];
      if (!sum) continue;
      const [x, y] = [places[2 * row], places[2 * row + 1]];
      sum.n++;
      sum.x += x;
      sum.y += y;
      sum.squares += x * x + y * y;
    }
  }
  return sums.map(({ n, x, y, squares }) => (n ? DISC * Math.sqrt(Math.max(0, squares / n - (x / n) ** 2 - (y / n) ** 2)) : 0));
}
