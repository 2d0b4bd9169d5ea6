import { messageOf } from '../data/message';
import { readTags, tagsCsv } from '../data/tagsCsv';
import type { Change, Panel } from '../state/session';
import type { Tagging } from '../state/tagging';
import { tagFault } from '../state/tags';
import { card, download, folded, h } from './dom';
import { counted, whole } from './numbers';
import type { Page } from './page';

/** Problems that are listed. */
const LISTED = 5;

/** Gives tags to the selected rows, and lists the tags there are. */
export class TagPanel implements Panel {
  readonly element: HTMLElement;
  private readonly list = h('ul', { class: 'tags' });
  private readonly known = h('datalist', { id: 'known-tags' });
  private readonly said = h('p', { class: 'note', role: 'status' });
  private readonly field = h('input', { type: 'text', list: 'known-tags', maxlength: 60, 'aria-label': 'name of the tag', placeholder: 'Name of a tag', autocomplete: 'off' });
  private readonly give = h('button', { type: 'submit' }, 'Tag');
  private readonly take = h('button', { title: 'Take the tags of the selected rows away', click: () => this.untag() }, 'Untag selection');
  private readonly save = h('button', { title: 'A CSV file of the columns row and tag, as tags.csv', click: () => this.export() }, 'Export');
  private readonly file = h('input', { type: 'file', accept: '.csv,text/csv', hidden: true, change: () => void this.import() });

  constructor(
    private readonly page: Page,
    private readonly tagging: Tagging,
  ) {
    const form = h('form', { class: 'tag-form', submit: (event) => (event.preventDefault(), this.tag(this.field.value.trim())) }, this.field, this.known, this.give);
    const open = h('button', { title: 'A CSV file with the column tag, and row or id', click: () => this.file.click() }, 'Import');
    this.element = card('tags', 'Tags', [], form, this.said, this.list, h('div', { class: 'buttons tight' }, this.take, this.save, open, this.file), h('p', { class: 'note' }, tagging.where));
    this.told('tags');
  }

  told(change: Change): void {
    if (change === 'tags') this.show();
    if (change !== 'rows' && change !== 'tags') return;
    const n = this.page.session.rows.selection.length;
    this.give.textContent = n ? `Tag ${counted(n, 'row')}` : 'Tag';
    this.give.disabled = this.take.disabled = n === 0;
    if (change === 'rows') this.say();
  }

  /** Opens the panel for a name. */
  focus(): void {
    folded(this.element, false);
    this.element.scrollIntoView({ block: 'nearest' });
    this.field.focus();
  }

  private tag(name: string): void {
    const rows = this.page.session.rows.selection;
    const fault = tagFault(name);
    if (!rows.length || fault) {
      this.said.textContent = fault ?? '';
      return;
    }
    this.attempt(() => {
      this.tagging.change([{ tag: name, rows }]);
      this.field.value = '';
      this.said.textContent = `Tagged ${counted(rows.length, 'row')} “${name}”.`;
    });
  }

  private untag(): void {
    const rows = this.page.session.rows.selection.filter((row) => this.tagging.tags.of(row) !== null);
    if (rows.length) this.tagging.change([{ tag: '', rows }]);
    this.said.textContent = `Took the tags of ${counted(rows.length, 'row')} away.`;
  }

  private attempt(act: () => void): void {
    try {
      act();
    } catch (e) {
      this.said.textContent = messageOf(e);
    }
  }

  private export(): void {
    download(new Blob([tagsCsv(this.tagging.tags)], { type: 'text/csv' }), 'tags.csv');
  }

  private async import(): Promise<void> {
    const file = this.file.files?.[0];
    this.file.value = '';
    if (!file) return;
    const text = await file.text();
    this.attempt(() => {
      const { changes, rows, problems } = readTags(file.name, text, this.page.rows.count, this.page.map.ids);
      if (rows) this.tagging.change(changes);
      this.said.replaceChildren(`${file.name}: tagged ${counted(rows, 'row')}.`, ...lines(problems));
    });
  }

  /** What the reader should know, or do first. */
  private say(): void {
    const { problems } = this.tagging;
    const { selection } = this.page.session.rows;
    if (problems.length) this.said.replaceChildren(...lines(problems));
    else this.said.textContent = selection.length ? '' : 'Select rows with the lasso, the search or the table, then give them a name.';
  }

  private show(): void {
    const { tags, problems } = this.tagging;
    const { session } = this.page;
    const { used } = tags;
    this.known.replaceChildren(...used.map((code) => h('option', { value: tags.names[code] })));
    this.list.replaceChildren(
      ...used.map((code) => {
        const name = tags.names[code];
        const select = () => {
          session.lasso = [];
          session.rows.select(tags.rowsOf(code).filter(session.rows.visible));
          session.tell('rows');
        };
        return h(
          'li',
          {},
          h('button', { class: 'link name', title: `Select the rows with the tag ${name}`, click: select }, name),
          h('span', { class: 'count' }, whole(tags.count(code))),
          h('button', { class: 'x', 'aria-label': `take the tag ${name} away from all rows`, title: 'Take it away from all rows', click: () => this.tagging.change([{ tag: '', rows: tags.rowsOf(code) }]) }, '×'),
        );
      }),
    );
    this.save.disabled = used.length === 0;
    if (problems.length || !this.said.textContent) this.say();
  }
}

function lines(problems: readonly string[]): HTMLElement[] {
  const shown = problems.slice(0, LISTED).map((problem) => h('span', { class: 'problem' }, problem));
  if (problems.length > LISTED) shown.push(h('span', { class: 'problem' }, `and ${counted(problems.length - LISTED, 'more line', 'more lines')}`));
  return shown;
}
