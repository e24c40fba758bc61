import type { ViewNode } from '../../services/services.ts';

/** An element while it is mounted. */
export interface Instance {
  readonly type: string;
  props: Readonly<Record<string, unknown>>;
  children: Instance[];
  /** Numbers of the functions in its props, by where they are: `onAction`, `pagination.onLoadMore`. */
  readonly calls: Map<string, number>;
  /** Of the whole view. */
  readonly owner: Calls;
  isHidden: boolean;
  /** How often the extension asked to bring it to the front, and to empty it. */
  asked: { focus: number; reset: number };
}

type Handler = (...args: unknown[]) => unknown;

/** How deep values of props are looked at: what is deeper, or contains itself, is left out. */
const deepest = 8;

/** Numbers for the functions of a view, by which its host calls them while they are mounted. */
export class Calls {
  /** Told where an extension asks for something that isn't in the props. */
  readonly onAsked: () => void;
  readonly #found = new Map<number, { instance: Instance; path: string }>();
  #last = 0;

  constructor(onAsked: () => void) {
    this.onAsked = onAsked;
  }

  numberOf(instance: Instance, path: string): number {
    const known = instance.calls.get(path);
    if (known !== undefined) return known;
    this.#last += 1;
    instance.calls.set(path, this.#last);
    this.#found.set(this.#last, { instance, path });
    return this.#last;
  }

  /** What is to be called now; undefined where it is not mounted any longer. */
  find(number: number): Handler | undefined {
    const found = this.#found.get(number);
    if (found === undefined) return undefined;
    let value: unknown = found.instance.props;
    for (const part of found.path.split('.')) {
      value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    }
    return isHandler(value) ? value : undefined;
  }

  /** Forgets the functions of an element that was taken out, with all below it. */
  drop(instance: Instance): void {
    for (const number of instance.calls.values()) this.#found.delete(number);
    for (const child of instance.children) this.drop(child);
  }
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

/** What the host is sent of an element. */
export function toNode(instance: Instance): ViewNode {
  const props: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(instance.props)) {
    if (name === 'children' || name === 'ref' || name === 'key') continue;
    const sent = toSent(value, { instance, path: name, within: [] });
    if (sent !== undefined) props[name] = sent;
  }
  if (instance.asked.focus > 0) props['$focus'] = instance.asked.focus;
  if (instance.asked.reset > 0) props['$reset'] = instance.asked.reset;
  const children = instance.children.filter((child) => !child.isHidden);
  return { type: instance.type, props, children: children.map(toNode) };
}

interface Place {
  instance: Instance;
  path: string;
  within: readonly unknown[];
}

function toSent(value: unknown, place: Place): unknown {
  const { instance, path, within } = place;
  if (typeof value === 'function') return { $call: instance.owner.numberOf(instance, path) };
  if (typeof value === 'symbol' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (within.length >= deepest || within.includes(value) || isElement(value)) return undefined;
  const next = (name: string, part: unknown) =>
    toSent(part, { instance, path: `${path}.${name}`, within: [...within, value] });
  if (Array.isArray(value)) return value.map((part, at) => next(String(at), part) ?? null);
  const entries = Object.entries(value).map(([name, part]) => [name, next(name, part)] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}

function isElement(value: object): boolean {
  return '$$typeof' in value;
}
