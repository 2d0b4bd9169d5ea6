import type { Samples } from '../model/samples';
import { along } from '../map/along';
import type { Point } from '../map/view';
import { h } from './dom';
import { category, type Field, text } from './fields';
import type { SampleViews } from './sample';

/** Columns that are shown. */
const SHOWN = 6;

/** Points of a line. */
const STEPS = 60;

const HEIGHT = 26;

/** How columns change along a path: a small line for each of those that change most, with its values at the ends. */
export function pathChart(line: readonly Point[], fields: readonly Field[], samples: Samples, views: SampleViews): HTMLElement {
  const points = Array.from({ length: STEPS }, (_, i) => along(line, i / (STEPS - 1)));
  const values = points.map(({ x, y }) => samples.at(x, y));
  const first = values[0];
  const last = values[STEPS - 1];
  const rows = fields.map((field) => {
    const [low, high] = field.kind === 'number' || field.kind === 'count' || field.kind === 'date' || field.kind === 'time' ? views.range(field.from) : [0, 1];
    const at = field.kind === 'category' ? most(field, last) : field.from;
    const line = values.map((sample) => Math.min(1, Math.max(0, (sample[at] - low) / (high - low || 1))));
    return { field, line, by: Math.max(...line) - Math.min(...line) };
  });
  rows.sort((a, b) => b.by - a.by);
  const end = (field: Field, sample: Float32Array) => (field.kind === 'category' ? category(field, sample) : field.kind === 'boolean' ? (sample[field.from] > 0.5 ? 'yes' : 'no') : text(field, sample[field.from]));
  return h(
    'dl',
    { class: 'path-chart' },
    ...rows.slice(0, SHOWN).flatMap(({ field, line }) => {
      const ends = `${end(field, first)} → ${end(field, last)}`;
      return [h('dt', { title: field.name }, field.name), h('dd', {}, curve(line, `${field.name}: ${ends}`), h('span', { class: 'ends-text', title: ends }, ends))];
    }),
  );
}

/** The category that is most probable at the end: its probability is drawn. */
function most(field: Field, sample: Float32Array): number {
  let best = field.from;
  for (let i = 1; i < field.categories.length; i++) if (sample[field.from + i] > sample[best]) best = field.from + i;
  return best;
}

function curve(line: readonly number[], name: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', `0 0 ${line.length - 1} ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  const path = document.createElementNS(space, 'polyline');
  path.setAttribute('points', line.map((value, i) => `${i},${(2 + (HEIGHT - 4) * (1 - value)).toFixed(1)}`).join(' '));
  svg.append(path);
  return svg;
}
