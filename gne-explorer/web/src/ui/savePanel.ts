import type { MapColumn } from '../columns/mapColumn';
import { quoted, rowsCsv } from '../data/csv';
import { messageOf } from '../data/message';
import type { Change, Panel } from '../state/session';
import { along } from '../map/along';
import type { Point } from '../map/view';
import { card, download, h } from './dom';
import { fields } from './fields';
import { counted } from './numbers';
import type { Page } from './page';

/** Samples along a path in a file. */
const ALONG = 25;

/** Saves rows, samples and pictures, and copies the address. */
export class SavePanel implements Panel {
  readonly element: HTMLElement;
  private readonly said = h('p', { class: 'note', role: 'status' });
  private readonly rows: HTMLButtonElement;
  private readonly parquet: HTMLButtonElement | null;

  /** @param save gives what is on the screen */
  constructor(
    private readonly page: Page,
    save: { link(): Promise<string>; png(): Promise<Blob>; svg(): string },
  ) {
    const button = (name: string, title: string, act: () => Promise<string>) => {
      const element = h('button', {
        title,
        click: () => {
          act().then(
            (text) => (this.said.textContent = text),
            (e: unknown) => (this.said.textContent = messageOf(e)),
          );
        },
      });
      element.textContent = name;
      return element;
    };
    this.rows = button('Rows as CSV', 'All columns of the selected rows, or of the shown rows if none is selected', () => this.csv());
    this.parquet = page.map.source.description.parquet
      ? button('Rows as Parquet', 'The same rows with all columns of the data, in their types, as the server reads them', () => this.saveParquet())
      : null;
    this.element = card(
      'save',
      'Save and share',
      [],
      h(
        'div',
        { class: 'buttons tight' },
        button('Copy link', 'The address keeps view, colours, layer, filters, selection, pins and path', () => save.link()),
        this.rows,
        this.parquet ?? '',
        button('View as PNG', 'The visible part of the map', async () => (download(await save.png(), 'map.png'), 'Saved map.png.')),
        button('View as SVG', 'The visible part of the map, points as shapes', async () => {
          download(new Blob([save.svg()], { type: 'image/svg+xml' }), 'map.svg');
          return 'Saved map.svg.';
        }),
        button('Samples as CSV', 'The decoded samples at the spot, at the pins and along the path', async () => this.samplesCsv()),
        page.views.isPicture ? button('Samples as PNG', 'The decoded images at the spot, at the pins and along the path', () => this.samplesPng()) : '',
      ),
      this.said,
    );
    this.told('rows');
  }

  told(change: Change): void {
    if (change !== 'rows') return;
    const { rows } = this.page.session;
    const n = rows.selection.length || rows.shownCount;
    const what = rows.selection.length ? 'Selection' : rows.shownCount === rows.rows ? 'All rows' : 'Shown rows';
    this.rows.textContent = `${what} as CSV (${n.toLocaleString('en')})`;
    if (this.parquet) this.parquet.textContent = `${what} as Parquet`;
  }

  private async csv(): Promise<string> {
    const { session, columns, map } = this.page;
    const rows = session.rows.selection.length ? session.rows.selection : session.rows.shown();
    const loaded = await Promise.all(columns.saved.map(async (column) => ({ column, values: column.kind === 'text' ? [] : await column.values() })));
    const { schema } = map.source.description;
    const own = new Map(schema.kind === 'table' ? fields(schema).map((field) => [`data:${field.name}`, field]) : []);
    const exact = (column: MapColumn, value: number) => {
      const field = own.get(column.id);
      if (!field) return String(value);
      if (field.kind === 'date' || field.kind === 'time') return column.text(value);
      return String(Number(((field.origin ?? 0) + (field.unit ?? 1) * value).toPrecision(7)));
    };
    download(new Blob([rowsCsv(rows, map.places, loaded, exact)], { type: 'text/csv' }), 'rows.csv');
    return `Saved ${counted(rows.length, 'row')} with ${counted(loaded.length, 'column')}.`;
  }

  private async saveParquet(): Promise<string> {
    const { rows } = this.page.session;
    const all = !rows.selection.length && rows.shownCount === rows.rows;
    const chosen = rows.selection.length ? rows.selection : rows.shown();
    this.said.textContent = 'Writing …';
    download((await this.page.map.source.parquet(all ? null : chosen))!, 'rows.parquet');
    return `Saved ${counted(chosen.length, 'row')}.`;
  }

  /** The points that samples are saved of, with their names. */
  private points(): { name: string; at: Point }[] {
    const { session } = this.page;
    const found = session.pins.map((at, i) => ({ name: `pin ${i + 1}`, at }));
    if (session.spot) found.unshift({ name: 'spot', at: session.spot });
    if (session.path.length > 1) {
      for (let i = 0; i < ALONG; i++) found.push({ name: `path ${i + 1}`, at: along(session.path, i / (ALONG - 1)) });
    }
    return found;
  }

  private samplesCsv(): string {
    const { samples, map } = this.page;
    const { schema } = map.source.description;
    const names = Array.from({ length: samples.width }, (_, j) => `value ${j}`);
    const kept = names.map(() => [0, 1]);
    for (const field of schema.kind === 'table' ? fields(schema) : []) {
      if (field.kind === 'category') field.categories.forEach((category, j) => (names[field.from + j] = `${field.name}=${category}`));
      else [names[field.from], kept[field.from]] = [field.name, [field.origin ?? 0, field.unit ?? 1]];
    }
    const lines = this.points().map(({ name, at }) => {
      const values = Array.from(samples.at(at.x, at.y), (value, j) => Number((kept[j][0] + kept[j][1] * value).toPrecision(7)));
      return [name, at.x, at.y, ...values].join(',');
    });
    download(new Blob([[['sample', 'x', 'y', ...names].map(quoted).join(','), ...lines, ''].join('\n')], { type: 'text/csv' }), 'samples.csv');
    return `Saved ${counted(lines.length, 'sample')}.`;
  }

  private async samplesPng(): Promise<string> {
    const points = this.points();
    const across = Math.min(points.length, 10);
    const images = points.map(({ at, name }) => this.page.views.small(this.page.samples.at(at.x, at.y), name) as HTMLCanvasElement);
    const zoom = Math.max(1, Math.round(84 / images[0].width));
    const [width, height] = [zoom * images[0].width, zoom * images[0].height];
    const sheet = h('canvas', { width: across * (width + 4), height: Math.ceil(points.length / across) * (height + 4) });
    const g = sheet.getContext('2d')!;
    g.imageSmoothingEnabled = false;
    images.forEach((image, i) => g.drawImage(image, (i % across) * (width + 4) + 2, Math.floor(i / across) * (height + 4) + 2, width, height));
    download(await blobOf(sheet), 'samples.png');
    return `Saved ${counted(points.length, 'sample')}.`;
  }
}

export function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser could not write the image'))), 'image/png'));
}
