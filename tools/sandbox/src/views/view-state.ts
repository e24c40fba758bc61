import type { ViewNode } from '../services/services.ts';
import {
  type ReadView,
  readView,
  type ViewAction,
  type ViewField,
  type ViewItem,
} from './read-view.ts';

/** Does what a function of the view does. */
export type CallView = (call: number, ...args: unknown[]) => void;

/** What a person has done in one view. */
interface Typed {
  search: string;
  /** What was typed that the extension hasn't given back yet: it may be behind. */
  waiting: string[];
  selected: string | null;
  values: Map<string, unknown>;
  choice: string | null;
  /** Number of the field that is selected. */
  field: number;
}

/** The views of a command, with what a person typed and chose in each. */
export class ViewState {
  readonly #call: CallView;
  readonly #typed = new Map<number, Typed>();
  #view: ReadView;
  #searches = 0;

  constructor(screen: ViewNode, call: CallView) {
    this.#call = call;
    this.#view = readView(screen);
    this.#tellChoice();
  }

  /** Takes what is shown now. @param searches how often the search bar was to be emptied */
  update(screen: ViewNode, searches: number): void {
    const before = this.#view.depth;
    const { fields, search } = this.#view;
    this.#view = readView(screen);
    // what was left is as new when it comes again
    for (const depth of this.#typed.keys()) if (depth > this.#view.depth) this.#typed.delete(depth);
    if (searches > this.#searches) this.search('');
    this.#searches = searches;
    if (this.#view.depth === before) {
      this.#doAsked(fields);
      this.#takeSearch(search?.text);
    }
    if (this.#view.depth !== before) this.#tellChoice();
  }

  /** Takes a text of the search bar that the extension gives of its own. @param before what it gave last */
  #takeSearch(before: string | undefined): void {
    const text = this.#view.search?.text;
    if (text === undefined || text === before) return;
    const { waiting } = this.#now;
    const at = waiting.indexOf(text);
    waiting.splice(0, at < 0 ? waiting.length : at + 1);
    if (at < 0) this.#now.search = text;
  }

  /** @param before the fields as they were */
  #doAsked(before: readonly ViewField[]): void {
    for (const [at, { id, asked }] of this.#view.fields.entries()) {
      const was = before.find((field) => field.id === id)?.asked ?? { focus: 0, reset: 0 };
      if (asked.focus > was.focus) this.#now.field = at;
      if (asked.reset > was.reset) this.#now.values.delete(id);
    }
  }

  /** Number of the field that is selected, in a form. */
  get field(): number {
    return Math.min(this.#now.field, Math.max(this.#view.fields.length - 1, 0));
  }

  /** Selects another field. */
  moveField(by: number): void {
    this.#now.field = Math.max(this.field + by, 0);
  }

  get view(): ReadView {
    return this.#view;
  }

  get searchText(): string {
    return this.#now.search;
  }

  /** What is to be seen of the items, as far as it is narrowed here. */
  get items(): ViewItem[] {
    const { items, search } = this.#view;
    if (search?.isFiltered !== true) return items;
    const words = this.searchText
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    return items.filter(({ title, subtitle, keywords }) => {
      const text = [title, subtitle, ...keywords].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  get selected(): ViewItem | undefined {
    const { items } = this;
    const wanted = this.#view.selectedId ?? this.#now.selected;
    return items.find(({ id }) => id === wanted) ?? items[0];
  }

  /** What can be done now; the first one on Enter. */
  get actions(): ViewAction[] {
    const { kind, actions, empty } = this.#view;
    if (kind !== 'list') return actions;
    const { selected } = this;
    if (selected === undefined) return empty?.actions ?? actions;
    return selected.actions.length > 0 ? selected.actions : actions;
  }

  get choice(): string {
    return this.#now.choice ?? this.#view.choice?.value ?? '';
  }

  search(text: string): void {
    this.#now.search = text;
    this.#now.waiting.push(text);
    this.#now.selected = null;
    const onChange = this.#view.search?.onChange ?? null;
    if (onChange !== null) this.#call(onChange, text);
  }

  /** Selects another item; more are asked for near the end of them. */
  move(by: number): void {
    const { items } = this;
    const at = items.findIndex((item) => item === this.selected);
    const next = items[Math.min(Math.max(at + by, 0), items.length - 1)];
    if (at + by >= items.length - 3) this.loadMore();
    if (next !== undefined) this.select(next.id);
  }

  /** Selects the item of an id. */
  select(id: string): void {
    if (id === this.selected?.id) return;
    this.#now.selected = id;
    const { onSelect } = this.#view;
    if (onSelect !== null) this.#call(onSelect, id);
  }

  /** Asks for more items, where there are more. */
  loadMore(): void {
    const { onLoadMore } = this.#view;
    if (onLoadMore !== null) this.#call(onLoadMore);
  }

  choose(value: string): void {
    this.#now.choice = value;
    this.#tellChoice();
  }

  /** An extension learns of the first choice as well: it may wait for it. */
  #tellChoice(): void {
    const onChange = this.#view.choice?.onChange ?? null;
    if (onChange !== null) this.#call(onChange, this.choice);
  }

  valueOf({ id, isControlled, value }: ViewField): unknown {
    return isControlled || !this.#now.values.has(id) ? value : this.#now.values.get(id);
  }

  fill({ id, onChange, onBlur }: ViewField, value: unknown): void {
    this.#now.values.set(id, value);
    if (onChange !== null) this.#call(onChange, value);
    if (onBlur !== null) this.#call(onBlur, { type: 'blur', target: { id, value } });
  }

  /** Does what an action does. @param date for one that needs it */
  act({ call, needs }: ViewAction, date?: Date | null): void {
    if (call === null) return;
    if (needs === 'values') this.#call(call, this.#values());
    else if (needs === 'date') this.#call(call, date ?? null);
    else this.#call(call);
  }

  #values(): Record<string, unknown> {
    const fields = this.#view.fields.filter(({ kind }) => kind !== 'note');
    return Object.fromEntries(fields.map((field) => [field.id, this.valueOf(field)]));
  }

  get #now(): Typed {
    const { depth } = this.#view;
    const known = this.#typed.get(depth);
    if (known !== undefined) return known;
    const search = this.#view.search?.text ?? '';
    const typed: Typed = {
      search,
      waiting: [],
      selected: null,
      values: new Map(),
      choice: null,
      field: 0,
    };
    this.#typed.set(depth, typed);
    return typed;
  }
}
