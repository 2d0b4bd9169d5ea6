import { css } from './colors';
import { lineAt, type PlacedName } from './placedNames';
import { type Ink, pointSize } from './points';
import type { View } from './view';

/** What a figure of the map is drawn from. */
export interface Figure {
  readonly view: View;
  readonly places: Float32Array;
  readonly codes: Uint16Array;
  readonly inks: readonly Ink[];
  readonly hidden: Uint8Array;
  readonly points: boolean;
  readonly names: readonly PlacedName[];
  readonly paper: string;
  /** The layer under the points as PNG, or null. */
  readonly layer: string | null;
}

const escaped = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The shapes of the marks around (0, 0) with radius 1, as in the page's shader; ring 4 and pale 5 are circles. */
const SHAPES: readonly string[] = [
  'M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0z',
  'M-.9-.9h1.8v1.8h-1.8z',
  'M0-1L.9.8H-.9z',
  'M0-1L1 0L0 1L-1 0z',
];

/** The visible part of the map as SVG: points as shapes, names as text. */
export function svg(figure: Figure): string {
  const { view, places, codes, inks, hidden, paper } = figure;
  const radius = pointSize(view, hidden.length) / 2;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.width} ${view.height}" width="${view.width}" height="${view.height}">`,
    `<rect width="100%" height="100%" fill="${paper}"/>`,
  ];
  if (figure.layer) parts.push(`<image width="${view.width}" height="${view.height}" preserveAspectRatio="none" href='${figure.layer}'/>`);
  if (figure.points) parts.push(...points());
  for (const each of figure.names) {
    const { name, x, size } = each;
    name.lines.forEach((line, i) =>
      parts.push(
        `<text x="${x.toFixed(1)}" y="${lineAt(each, i).toFixed(1)}" fill="${name.ink}" stroke="${paper}" stroke-width="4" paint-order="stroke" text-anchor="middle" dominant-baseline="central" font-family="sans-serif" font-weight="${name.bold ? 700 : 500}" font-size="${size}">${escaped(line)}</text>`,
      ),
    );
  }
  parts.push('</svg>');
  return parts.join('\n');

  function points(): string[] {
    const byCode = new Map<number, string[]>();
    for (let row = 0; row < hidden.length; row++) {
      if (hidden[row]) continue;
      const { x, y } = view.toScreen(places[2 * row], places[2 * row + 1]);
      if (x < 0 || y < 0 || x > view.width || y > view.height) continue;
      let own = byCode.get(codes[row]);
      if (!own) byCode.set(codes[row], (own = []));
      own.push(`<use href='#m${inks[codes[row]].mark}' x="${x.toFixed(1)}" y="${y.toFixed(1)}"/>`);
    }
    const marks = [0, 1, 2, 3, 4, 5].map((mark) => `<path id="m${mark}" transform="scale(${radius.toFixed(2)})" d="${SHAPES[mark] ?? SHAPES[0]}"/>`);
    // Hollow and pale marks are under all others.
    const order = [...byCode].sort((a, b) => Number(inks[b[0]].mark >= 4) - Number(inks[a[0]].mark >= 4));
    return [
      `<defs>${marks.join('')}</defs>`,
      ...order.map(([code, uses]) => {
        const { color, mark } = inks[code];
        const paint = mark === 4 ? `fill="none" stroke="${css(color)}" stroke-width="0.35"` : `fill="${css(color)}"`;
        return `<g ${paint} fill-opacity="0.85">${uses.join('')}</g>`;
      }),
    ];
  }
}
