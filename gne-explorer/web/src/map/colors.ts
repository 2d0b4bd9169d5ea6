/** Fifteen colours of viridis (Nathaniel Smith and Stefan van der Walt, CC0) at even steps, as in org.gne.draw.ColorScale. */
const VIRIDIS = [
  0xd2e21b, 0xa5db36, 0x7ad151, 0x54c568, 0x35b779, 0x22a884, 0x1f988b, 0x23888e, 0x2a788e, 0x31688e, 0x39568c, 0x414487,
  0x472f7d, 0x481a6c, 0x440154,
];

export type Rgb = readonly [number, number, number];

/** On a dark page the scale ends at this colour: darker ones are hardly seen there. */
const DARKEST = 11;

/** The colour of a number from 0 to 1. The highest value is darkest on a light page, and brightest on a dark page. */
export function viridis(unit: number, dark: boolean): Rgb {
  const value = Math.min(1, Math.max(0, unit));
  const place = dark ? (1 - value) * DARKEST : value * (VIRIDIS.length - 1);
  const below = Math.min(VIRIDIS.length - 2, Math.floor(place));
  return mix(rgb(VIRIDIS[below]), rgb(VIRIDIS[below + 1]), place - below);
}

export function rgb(color: number): Rgb {
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255];
}

/** Parses `#rrggbb`. */
export function parsed(hex: string): Rgb {
  return rgb(Number.parseInt(hex.slice(1), 16));
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]), a[2] + share * (b[2] - a[2])];
}

export function css(color: Rgb): string {
  return `rgb(${color.map(Math.round).join(' ')})`;
}

/** The colour scale as a CSS gradient. */
export function gradient(dark: boolean): string {
  const stops = Array.from({ length: 9 }, (_, i) => css(viridis(i / 8, dark)));
  return `linear-gradient(to right, ${stops.join(', ')})`;
}
