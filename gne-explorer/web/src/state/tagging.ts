import { messageOf } from '../data/message';
import type { TagStore } from '../data/tagStore';
import type { Session } from './session';
import { type KeptTags, type TagChange, Tags } from './tags';

/** Gives tags to rows, keeps them, and undoes it. */
export class Tagging {
  readonly tags: Tags;
  /** What the reader should know, a sentence each. */
  problems: readonly string[];
  /** What is known to be kept. */
  private kept: KeptTags;
  private last: Promise<void> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly store: TagStore,
    loaded: KeptTags,
    private readonly session: Session,
  ) {
    this.tags = new Tags(session.rows.rows);
    this.tags.replace(loaded);
    this.kept = loaded;
    this.problems = loaded.problems;
  }

  get where(): string {
    return this.store.where;
  }

  /** Changes tags, as one step that can be undone. @throws Error if there are too many tags */
  change(changes: readonly TagChange[]): void {
    const back = this.apply(changes);
    this.session.rows.remember(() => this.apply(back));
  }

  private apply(changes: readonly TagChange[]): TagChange[] {
    const back = this.tags.apply(changes);
    this.changed();
    this.waiting++;
    this.last = this.last.then(() => this.save(changes));
    return back;
  }

  private async save(changes: readonly TagChange[]): Promise<void> {
    try {
      this.kept = await this.store.save(changes);
      this.problems = this.kept.problems;
    } catch (e) {
      this.problems = [`The tags were not kept: ${messageOf(e)}`];
    }
    // Changes that wait will come to what is kept, so that only the last one compares.
    if (--this.waiting === 0) this.tags.replace(this.kept);
    this.changed();
  }

  private changed(): void {
    const { session } = this;
    session.tell('tags');
    if (session.rows.refresh('tag')) session.tell('rows');
  }
}
