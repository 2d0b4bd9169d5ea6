import { messageOf } from '../data/message';
import { along } from '../map/along';
import type { Point } from '../map/view';
import type { Change, Panel } from '../state/session';
import { card, download, h } from './dom';
import { fields } from './fields';
import type { Page } from './page';
import { pathChart } from './pathChart';
import { PathFrames } from './pathFrames';
import { gifOf } from './pathGif';
import { videoType, webmOf } from './pathWebm';

/** The number of samples in the strip under the slider. */
const STRIP = 10;

/** The images of a GIF. */
const FRAMES = 40;

/** Milliseconds from the start of a path to its end when it is played. */
const PLAYED = 6000;

/** A line over the map: a slider moves the spot along it, by hand or played. */
export class PathPanel implements Panel {
  readonly element: HTMLElement;
  private readonly slider = h('input', {
    type: 'range',
    min: 0,
    max: 1000,
    value: 0,
    'aria-label': 'position along the path',
    input: () => this.scrub(),
  });
  private readonly strip = h('div', { class: 'strip even' });
  private readonly play = h('button', { class: 'quiet', click: () => this.toggle() }, 'Play');
  private readonly chart = h('div', {});
  private playing = 0;
  private line: readonly Point[] = [];

  constructor(private readonly page: Page) {
    const { session } = page;
    const clear = () => {
      session.path = [];
      session.tell('path');
    };
    const type = videoType();
    const gif = h('button', { title: `An animated image of ${FRAMES} samples along the path`, click: () => download(gifOf(this.frames()), 'path.gif') }, 'Path as GIF');
    const video = h('button', { title: `A video of ${FRAMES} samples along the path`, click: () => void this.film(video, type!) }, 'Path as WebM');
    const save = page.views.isPicture ? h('div', { class: 'buttons tight' }, gif, type ? video : '') : null;
    this.element = card('path', 'Path', [this.play, h('button', { class: 'quiet', click: clear }, 'Clear')], this.slider, this.strip, this.chart, save);
    this.element.hidden = true;
  }

  told(change: Change): void {
    if (change !== 'path') return;
    const { samples, views, session } = this.page;
    const line = session.path;
    this.line = line;
    this.stop();
    this.element.hidden = line.length < 2;
    this.slider.value = '0';
    this.strip.replaceChildren();
    this.chart.replaceChildren();
    if (line.length < 2) return;
    if (!views.isPicture) {
      const { schema } = this.page.map.source.description;
      if (schema.kind === 'table' && !views.isEmpty) this.chart.append(pathChart(line, fields(schema), samples, views));
      return;
    }
    this.strip.replaceChildren(
      ...Array.from({ length: STRIP }, (_, i) => {
        const at = along(line, i / (STRIP - 1));
        return views.small(samples.at(at.x, at.y), `sample ${i + 1} of ${STRIP} along the path`);
      }),
    );
  }

  private frames(): PathFrames {
    const { samples, views } = this.page;
    const images = Array.from({ length: FRAMES }, (_, i) => {
      const at = along(this.line, i / (FRAMES - 1));
      return views.small(samples.at(at.x, at.y), '') as HTMLCanvasElement;
    });
    return new PathFrames(images);
  }

  /** Records a video, which takes as long as it lasts. */
  private async film(button: HTMLButtonElement, type: string): Promise<void> {
    const name = button.textContent;
    button.disabled = true;
    button.textContent = 'Recording …';
    try {
      download(await webmOf(this.frames(), type), 'path.webm');
      button.textContent = name;
    } catch (e) {
      button.textContent = messageOf(e);
    }
    button.disabled = false;
  }

  private toggle(): void {
    if (this.playing) {
      this.stop();
      return;
    }
    this.play.textContent = 'Stop';
    const from = Number(this.slider.value) >= 1000 ? 0 : Number(this.slider.value);
    const began = performance.now() - (from / 1000) * PLAYED;
    const step = (now: number) => {
      const at = Math.min(1000, (1000 * (now - began)) / PLAYED);
      this.slider.value = String(at);
      this.scrub();
      if (at < 1000) this.playing = requestAnimationFrame(step);
      else this.stop();
    };
    this.playing = requestAnimationFrame(step);
  }

  private stop(): void {
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.play.textContent = 'Play';
  }

  private scrub(): void {
    if (this.line.length > 1) this.page.go(along(this.line, Number(this.slider.value) / 1000));
  }
}
