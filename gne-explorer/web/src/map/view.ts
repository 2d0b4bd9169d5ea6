/** A point, in map units or in pixels from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The visible part of the map. The y axis points up in map units, and down in pixels. */
export class View {
  private home = { x: 0, y: 0, across: 1, down: 1 };
  width = 1;
  height = 1;
  /** The map coordinates of the middle. */
  x = 0;
  y = 0;
  /** Pixels per map unit. */
  scale = 1;

  /** A view of the rows, without the outermost 0.1 % at either end of each axis. */
  static around(places: Float32Array): View {
    const view = new View();
    const n = places.length / 2;
    // Of many rows some are looked at, in no regular order: data is often sorted or periodic.
    const some = Math.min(n, 20_000);
    const rows = Array.from({ length: some }, (_, i) => (some === n ? i : (i * 1_000_003) % n));
    const ends = [0, 1].map((axis) => {
      const values: number[] = [];
      for (const row of rows) values.push(places[2 * row + axis]);
      values.sort((a, b) => a - b);
      const last = values.length - 1;
      return [values[Math.floor(0.001 * last)], values[Math.ceil(0.999 * last)]];
    });
    view.home = {
      x: (ends[0][0] + ends[0][1]) / 2,
      y: (ends[1][0] + ends[1][1]) / 2,
      across: ends[0][1] - ends[0][0] || 1,
      down: ends[1][1] - ends[1][0] || 1,
    };
    return view;
  }

  /** Sets the size in pixels. A view that shows all rows still shows all rows afterwards. */
  resize(width: number, height: number): void {
    const all = this.isHome();
    const first = this.width === 1;
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    if (first || all) this.fit();
  }

  /** Shows all rows. */
  fit(): void {
    this.x = this.home.x;
    this.y = this.home.y;
    this.scale = this.fitScale();
  }

  private fitScale(): number {
    return 0.92 * Math.min(this.width / this.home.across, this.height / this.home.down);
  }

  /** The scale, relative to the scale at which all rows are visible. */
  zoom(): number {
    return this.scale / this.fitScale();
  }

  /** The approximate length of the map's longer side, in map units. */
  reach(): number {
    return Math.max(this.home.across, this.home.down) / 0.92;
  }

  toScreen(x: number, y: number): Point {
    return { x: this.width / 2 + (x - this.x) * this.scale, y: this.height / 2 - (y - this.y) * this.scale };
  }

  toMap(x: number, y: number): Point {
    return { x: this.x + (x - this.width / 2) / this.scale, y: this.y - (y - this.height / 2) / this.scale };
  }

  pan(dx: number, dy: number): void {
    this.x -= dx / this.scale;
    this.y += dy / this.scale;
  }

  /** Zooms by a factor; the point at a pixel stays at that pixel. */
  zoomAt(x: number, y: number, factor: number): void {
    const before = this.toMap(x, y);
    const fit = this.fitScale();
    this.scale = Math.min(fit * 4096, Math.max(fit / 8, this.scale * factor));
    const after = this.toMap(x, y);
    this.x += before.x - after.x;
    this.y += before.y - after.y;
  }

  centreOn(x: number, y: number, zoom: number): void {
    this.x = x;
    this.y = y;
    this.scale = Math.max(this.scale, zoom * this.fitScale());
  }

  /** Whether all rows are visible, as after {@link fit}. */
  isHome(): boolean {
    return this.x === this.home.x && this.y === this.home.y && Math.abs(this.zoom() - 1) < 1e-9;
  }

  /** Shows a part that was described by {@link zoom} and its middle. */
  restore(x: number, y: number, zoom: number): void {
    this.x = x;
    this.y = y;
    this.scale = Math.min(4096, Math.max(1 / 8, zoom)) * this.fitScale();
  }
}
