import { drawNames, NAME_FONT, type PlacedName } from './placedNames';
import type { Point, View } from './view';

/** The marks on the map. Points are in map units, rows are given by number. */
export interface Marks {
  spot: Point | null;
  /** The row that the pointer is nearest to, on this map or on another one. */
  nearest: number | null;
  pins: readonly Point[];
  /** Where new rows were placed. */
  newRows: readonly Point[];
  /** Where an edited row has been. */
  trail: readonly Point[];
  path: readonly Point[];
  lasso: readonly Point[];
  worst: readonly number[];
  /** The rows closest in meaning to a question. */
  close: readonly number[];
  /** A row that was searched for, and its name. */
  hit: { readonly row: number; readonly name: string } | null;
  /** Whether the spot stays where it is. */
  held: boolean;
  names: readonly PlacedName[];
}

export const NO_MARKS: Readonly<Marks> = {
  spot: null,
  nearest: null,
  pins: [],
  newRows: [],
  trail: [],
  path: [],
  lasso: [],
  worst: [],
  close: [],
  hit: null,
  held: false,
  names: [],
};

export function drawOverlay(
  g: CanvasRenderingContext2D,
  view: View,
  marks: Marks,
  dark: boolean,
  places: Float32Array,
): void {
  const paper = dark ? 'rgb(14 17 22 / 0.85)' : 'rgb(255 255 255 / 0.88)';
  const ink = dark ? '#f2f5f9' : '#14181f';
  const place = (row: number) => view.toScreen(places[2 * row], places[2 * row + 1]);

  g.lineWidth = 1.6;
  g.strokeStyle = dark ? '#ff8f7a' : '#c4201d';
  for (const row of marks.worst) {
    const at = place(row);
    g.beginPath();
    g.arc(at.x, at.y, 5.5, 0, 2 * Math.PI);
    g.stroke();
  }

  for (const row of marks.close) {
    const at = place(row);
    for (const [width, color] of [
      [5, paper],
      [2.2, dark ? '#ffd166' : '#8a2be2'],
    ] as const) {
      g.beginPath();
      g.arc(at.x, at.y, 7.5, 0, 2 * Math.PI);
      g.lineWidth = width;
      g.strokeStyle = color;
      g.stroke();
    }
  }

  drawNames(g, marks.names, paper);

  for (const [line, closed] of [
    [marks.path, false],
    [marks.lasso, true],
  ] as const) {
    if (line.length < 2) continue;
    g.beginPath();
    line.forEach((p, i) => {
      const at = view.toScreen(p.x, p.y);
      if (i) g.lineTo(at.x, at.y);
      else g.moveTo(at.x, at.y);
    });
    if (closed) {
      g.closePath();
      g.fillStyle = dark ? 'rgb(255 255 255 / 0.07)' : 'rgb(0 0 0 / 0.05)';
      g.fill();
    }
    g.lineWidth = 4.5;
    g.strokeStyle = paper;
    g.stroke();
    g.lineWidth = 2;
    g.strokeStyle = ink;
    g.stroke();
  }

  const numbered = (at: Point, i: number, outline: () => void) => {
    g.beginPath();
    outline();
    g.closePath();
    g.fillStyle = ink;
    g.fill();
    g.lineWidth = 2;
    g.strokeStyle = paper;
    g.stroke();
    g.font = `700 11px ${NAME_FONT}`;
    g.fillStyle = dark ? '#14181f' : '#ffffff';
    g.fillText(String(i + 1), at.x, at.y + 0.5);
  };
  marks.pins.forEach((pin, i) => {
    const at = view.toScreen(pin.x, pin.y);
    numbered(at, i, () => g.arc(at.x, at.y, 9, 0, 2 * Math.PI));
  });
  marks.newRows.forEach((row, i) => {
    const at = view.toScreen(row.x, row.y);
    numbered(at, i, () => {
      for (const [dx, dy] of [
        [0, -13],
        [13, 0],
        [0, 13],
        [-13, 0],
      ]) {
        g.lineTo(at.x + dx, at.y + dy);
      }
    });
  });

  drawTrail(g, marks.trail.map((p) => view.toScreen(p.x, p.y)), paper, dark);
  if (marks.hit) named(g, place(marks.hit.row), marks.hit.name, paper, ink, dark);

  const spot = marks.spot && view.toScreen(marks.spot.x, marks.spot.y);
  if (marks.nearest !== null) {
    const row = place(marks.nearest);
    for (const [width, color] of [
      [4, paper],
      [1.6, ink],
    ] as const) {
      g.lineWidth = width;
      g.strokeStyle = color;
      if (spot) {
        g.beginPath();
        g.moveTo(spot.x, spot.y);
        g.lineTo(row.x, row.y);
        g.stroke();
      }
      g.beginPath();
      g.arc(row.x, row.y, 6, 0, 2 * Math.PI);
      g.stroke();
    }
  }
  if (!spot) return;
  if (marks.held) {
    g.beginPath();
    g.arc(spot.x, spot.y, 13, 0, 2 * Math.PI);
    g.lineWidth = 1.5;
    g.strokeStyle = ink;
    g.stroke();
  }
  for (const [width, color] of [
    [4.5, paper],
    [2, ink],
  ] as const) {
    g.lineWidth = width;
    g.strokeStyle = color;
    g.beginPath();
    g.moveTo(spot.x - 9, spot.y);
    g.lineTo(spot.x + 9, spot.y);
    g.moveTo(spot.x, spot.y - 9);
    g.lineTo(spot.x, spot.y + 9);
    g.stroke();
  }
}

/** A ring around a row, and its name beside it. */
function named(g: CanvasRenderingContext2D, at: Point, name: string, paper: string, ink: string, dark: boolean): void {
  for (const [width, color] of [
    [6, paper],
    [3, dark ? '#ffd166' : '#b3261e'],
  ] as const) {
    g.beginPath();
    g.arc(at.x, at.y, 11, 0, 2 * Math.PI);
    g.lineWidth = width;
    g.strokeStyle = color;
    g.stroke();
  }
  const short = name.length > 32 ? `${name.slice(0, 30)}…` : name;
  g.font = `700 14px ${NAME_FONT}`;
  g.textAlign = 'left';
  g.lineWidth = 5;
  g.strokeStyle = paper;
  g.strokeText(short, at.x + 17, at.y - 12);
  g.fillStyle = ink;
  g.fillText(short, at.x + 17, at.y - 12);
  g.textAlign = 'center';
}

/** The way of an edited row, and a square where it is. */
function drawTrail(g: CanvasRenderingContext2D, line: readonly Point[], paper: string, dark: boolean): void {
  if (!line.length) return;
  const color = dark ? '#ff9d5c' : '#b3261e';
  for (const [width, stroke] of [
    [5, paper],
    [2.5, color],
  ] as const) {
    g.beginPath();
    for (const { x, y } of line) g.lineTo(x, y);
    g.lineWidth = width;
    g.strokeStyle = stroke;
    g.stroke();
  }
  const { x, y } = line[line.length - 1];
  g.fillStyle = color;
  g.fillRect(x - 6, y - 6, 12, 12);
  g.lineWidth = 2;
  g.strokeStyle = paper;
  g.strokeRect(x - 6, y - 6, 12, 12);
}
