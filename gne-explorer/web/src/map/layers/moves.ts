import { h } from '../../ui/dom';
import { counted, digits, whole } from '../../ui/numbers';
import type { View } from '../view';
import type { Layer, LayerContext, LayerKind } from './layer';

/** Of more lines, only the longest are drawn. */
const MOST = 20_000;

/** Shorter lines, in pixels, are hidden by the point. */
const SHORTEST = 3;

export const moves: LayerKind = {
  id: 'moves',
  title: 'Moves',
  available: (map) => map.moves !== null,
  create: (context) => new MovesLayer(context),
};

/** A line from where each shown row was to where it is. */
class MovesLayer implements Layer {
  readonly id = moves.id;
  readonly title = moves.title;
  readonly scale = null;
  private rows: readonly number[] | null = null;

  constructor(private readonly context: LayerContext) {}

  clear(): void {
    this.rows = null;
  }

  refine(view: View): void {
    this.rows = this.longest(view);
    this.context.redraw();
  }

  private length(row: number): number {
    const { places, moves } = this.context.map;
    return Math.hypot(places[2 * row] - moves!.before[2 * row], places[2 * row + 1] - moves!.before[2 * row + 1]);
  }

  private longest(view: View): readonly number[] {
    const infinite = { x: Infinity, y: Infinity };
    const shown = this.context.shown.inBox({ x: -Infinity, y: -Infinity }, infinite);
    const found = shown.filter((row) => this.length(row) * view.scale >= SHORTEST);
    return found.length <= MOST ? found : found.sort((a, b) => this.length(b) - this.length(a)).slice(0, MOST);
  }

  draw(g: CanvasRenderingContext2D, view: View): void {
    const { map, dark } = this.context;
    const { before } = map.moves!;
    g.strokeStyle = dark ? 'rgb(214 224 240 / 0.45)' : 'rgb(38 50 74 / 0.4)';
    g.lineWidth = 1;
    g.beginPath();
    for (const row of this.rows ?? []) {
      const from = view.toScreen(before[2 * row], before[2 * row + 1]);
      const to = view.toScreen(map.places[2 * row], map.places[2 * row + 1]);
      g.moveTo(from.x, from.y);
      g.lineTo(to.x, to.y);
    }
    g.stroke();
  }

  legend(): HTMLElement {
    const { map, shown } = this.context;
    const rows = shown.inBox({ x: -Infinity, y: -Infinity }, { x: Infinity, y: Infinity });
    const known = rows.map((row) => this.length(row)).filter((length) => !Number.isNaN(length));
    const mean = known.reduce((a, b) => a + b, 0) / Math.max(1, known.length);
    const lines = known.length > MOST ? ` The longest ${whole(MOST)} are drawn.` : '';
    return h('p', { class: 'note' }, `${map.source.description.moves!.text} Of ${counted(known.length, 'shown row')}, the mean length is ${digits(mean)}.${lines}`);
  }
}
