import type { Point } from '../map/view';
import { densePath } from '../model/densePath';
import type { Panel } from '../state/session';
import { card, h } from './dom';
import { category, type Field, fields, text } from './fields';
import type { Page } from './page';

/** A place belongs to a class if most of this many nearest rows do. */
const VOTERS = 7;

/** Rows that are listed at the goal. */
const NEAREST = 4;

/** Columns that are listed. */
const LISTED = 10;

/** What is to be reached. */
interface Goal {
  readonly name: string;
  wanted(at: Point): boolean;
}

/** "What must change?": the way from the spot through dense places to another class or to a higher or lower value of a column. */
export class ChangePanel implements Panel {
  readonly element: HTMLElement;
  private readonly goal: HTMLSelectElement;
  private readonly body = h('div', { 'aria-live': 'polite' });
  private readonly goals: Goal[];

  constructor(private readonly page: Page) {
    this.goals = [...this.classGoals(), ...this.columnGoals()];
    this.goal = h('select', { 'aria-label': 'goal' }, ...this.goals.map(({ name }, i) => h('option', { value: i }, name)));
    const find = h('button', { click: () => this.find(), title: 'From the cursor, by the shortest way through places with rows' }, 'Find the way');
    this.element = card('change', 'What must change?', [], this.goal, h('div', { class: 'buttons' }, find), this.body);
    this.element.hidden = this.goals.length === 0;
  }

  told(): void {
    // The way is from where the cursor was.
  }

  private classGoals(): Goal[] {
    const { map } = this.page;
    const labels = map.classes;
    if (!labels) return [];
    return map.source.description.classes.slice(0, 200).map((style, label) => ({
      name: `label ${style.name}`,
      wanted: (at) => {
        const rows = this.page.shown.nearest(at, VOTERS);
        return 2 * rows.filter((row) => labels[row] === label).length > VOTERS;
      },
    }));
  }

  private columnGoals(): Goal[] {
    return this.fields
      .filter(({ kind }) => kind !== 'category' && kind !== 'boolean')
      .flatMap((field) => [this.columnGoal(field, 1), this.columnGoal(field, -1)]);
  }

  /** Half of the range of the column more or less than at the cursor, or its end. */
  private columnGoal(field: Field, sign: 1 | -1): Goal {
    const { samples } = this.page;
    let goal = 0;
    let from: Point | null = null;
    return {
      name: sign > 0 ? `higher ${field.name}` : `lower ${field.name}`,
      wanted: (at) => {
        const { spot } = this.page.session;
        if (spot !== from) {
          from = spot;
          const now = samples.value(spot!.x, spot!.y, field.from);
          const [low, high] = this.page.views.range(field.from);
          goal = sign > 0 ? Math.min(now + (high - low) / 3, now + 0.8 * (high - now)) : Math.max(now - (high - low) / 3, now + 0.8 * (low - now));
        }
        return sign * (samples.value(at.x, at.y, field.from) - goal) >= 0;
      },
    };
  }

  private get fields(): Field[] {
    const { schema } = this.page.map.source.description;
    return schema.kind === 'table' ? fields(schema) : [];
  }

  private find(): void {
    const { session, shown, samples, rows } = this.page;
    const goal = this.goals[Number(this.goal.value)];
    const from = session.spot;
    if (!from || !goal) return;
    const path = densePath(shown, from, goal.wanted);
    if (!path) {
      this.body.replaceChildren(h('p', { class: 'note' }, `No place of the map has ${goal.name}.`));
      return;
    }
    session.path = path;
    session.tell('path');
    const to = path[path.length - 1];
    const near = shown.nearest(to, NEAREST);
    this.body.replaceChildren(
      this.changes(samples.at(from.x, from.y), samples.at(to.x, to.y)),
      h('h3', {}, 'Real rows there'),
      h(
        'ul',
        { class: 'there' },
        ...near.map((row) => h('li', {}, h('button', { class: 'link', click: () => this.page.find(row) }, rows.name(row)), ` ${rows.label(row) ?? ''}`)),
      ),
    );
  }

  /** What differs between two samples, most first. Images show the way in the card "Path". */
  private changes(before: Float32Array, after: Float32Array): HTMLElement {
    const { views } = this.page;
    if (views.isPicture) {
      const figure = (sample: Float32Array, caption: string) => h('figure', {}, views.small(sample, caption), h('figcaption', {}, caption));
      return h('div', { class: 'pair' }, figure(before, 'from'), figure(after, 'to'));
    }
    const lines = this.fields
      .map((field) => {
        if (field.kind === 'category') {
          let by = 0;
          for (let i = 0; i < field.categories.length; i++) by = Math.max(by, Math.abs(after[field.from + i] - before[field.from + i]));
          return { field, by, text: `${category(field, before)} → ${category(field, after)}` };
        }
        const [low, high] = views.range(field.from);
        const by = Math.abs(after[field.from] - before[field.from]) / (high - low);
        const show = (value: number) => (field.kind === 'boolean' ? (value > 0.5 ? 'yes' : 'no') : text(field, value));
        return { field, by, text: `${show(before[field.from])} → ${show(after[field.from])}` };
      })
      .filter(({ by, text }) => by > 0.02 && text.split(' → ')[0] !== text.split(' → ')[1])
      .sort((a, b) => b.by - a.by)
      .slice(0, LISTED);
    const list = lines.flatMap(({ field, text: change }) => [h('dt', {}, field.name), h('dd', { title: change }, change)]);
    return list.length ? h('dl', { class: 'facts' }, ...list) : h('p', { class: 'note' }, 'Nothing that the decoder shows.');
  }
}
