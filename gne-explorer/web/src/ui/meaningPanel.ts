import { messageOf } from '../data/message';
import type { Meaning } from '../data/source';
import type { Change, Panel } from '../state/session';
import { card, h, heading } from './dom';
import { percent } from './numbers';
import type { Page } from './page';

/** Rows that are listed. */
const LISTED = 12;

/** The rows of texts that are closest in meaning to a question, and the words that set them apart. */
export class MeaningPanel implements Panel {
  readonly element: HTMLElement;
  private readonly body = h('div', { 'aria-live': 'polite' });
  private asked = '';
  private turn = 0;

  /** @param select selects rows */
  constructor(
    private readonly page: Page,
    private readonly select: (rows: readonly number[]) => void,
  ) {
    const close = h('button', { class: 'quiet', 'aria-label': 'remove the search by meaning', click: () => this.ask(null) }, '×');
    this.element = card('meaning', 'Meaning', [close], this.body);
    this.element.hidden = true;
  }

  private ask(question: string | null): void {
    this.page.session.question = question;
    this.page.session.tell('question');
  }

  told(change: Change): void {
    const { question } = this.page.session;
    if (change === 'question' && (question ?? '') !== this.asked) void this.find(question ?? '');
  }

  private async find(question: string): Promise<void> {
    const turn = ++this.turn;
    this.asked = question;
    this.element.hidden = question === '';
    this.show(null);
    if (!question) return;
    heading(this.element, `Closest to “${question.length > 40 ? `${question.slice(0, 39)}…` : question}”`);
    this.body.replaceChildren(h('p', { class: 'note', role: 'status' }, 'Searching …'));
    try {
      const found = await this.page.map.source.closest(question);
      if (turn === this.turn) this.tell(found);
    } catch (e) {
      if (turn === this.turn) this.body.replaceChildren(h('p', { class: 'note', role: 'alert' }, messageOf(e)));
    }
  }

  private tell(found: Meaning | null): void {
    if (!found) {
      this.body.replaceChildren(h('p', { class: 'note', role: 'alert' }, 'Only gne explore, on a map of English texts, searches by meaning.'));
      return;
    }
    const { rows, session } = this.page;
    const words = found.words.map(({ word, share }) => `${word} ${percent(share)}`).join(', ');
    this.body.replaceChildren(
      h('p', { class: 'words' }, words),
      h(
        'ol',
        { class: 'closest' },
        ...found.rows.slice(0, LISTED).map((row, i) =>
          h('li', {}, h('span', { class: 'count' }, found.cosines[i].toFixed(2)), ' ', h('button', { class: 'link', click: () => this.page.find(row) }, rows.name(row))),
        ),
      ),
      h('div', { class: 'buttons' }, h('button', { click: () => this.select(found.rows.filter(session.rows.visible)) }, `Select the ${found.rows.length} closest`)),
      h('p', { class: 'note' }, 'Words: the share of the 100 closest rows that have them. Numbers: the cosine of the vectors, 1 is the same.'),
    );
    this.show(found);
  }

  /** Marks what was found on the map. */
  private show(found: Meaning | null): void {
    const { session } = this.page;
    session.close = found ? found.rows.slice(0, LISTED) : [];
    if (found) this.page.show({ x: found.place[0], y: found.place[1] });
    else session.tell('spot');
  }
}
