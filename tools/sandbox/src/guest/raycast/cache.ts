import { ask, askNow } from './ask-host.ts';
import { guest } from 'orchestra:api';

type Subscriber = (key: string | undefined, data: string | undefined) => void;

/** Of one namespace, for all caches that are made with it. */
interface Shared {
  entries: Map<string, string>;
  subscribers: Set<Subscriber>;
  isSaving: boolean;
}

const byNamespace = new Map<string, Shared>();

/** Texts that may be forgotten when there are too many: those go first that nobody asked for longest. */
export class Cache {
  static readonly STORAGE_DIRECTORY_NAME = 'com.raycast.api.cache';
  static readonly DEFAULT_CAPACITY = 10 * 1024 * 1024;
  readonly #namespace: string;
  readonly #capacity: number;

  constructor(options: { namespace?: string; capacity?: number } = {}) {
    this.#namespace = options.namespace ?? '';
    this.#capacity = options.capacity ?? Cache.DEFAULT_CAPACITY;
  }

  get #shared(): Shared {
    const known = byNamespace.get(this.#namespace);
    if (known !== undefined) return known;
    const entries = new Map(readEntries(this.#namespace));
    const shared = { entries, subscribers: new Set<Subscriber>(), isSaving: false };
    byNamespace.set(this.#namespace, shared);
    return shared;
  }

  get isEmpty(): boolean {
    return this.#shared.entries.size === 0;
  }

  get(key: string): string | undefined {
    const { entries } = this.#shared;
    const data = entries.get(key);
    if (data === undefined) return undefined;
    entries.delete(key);
    entries.set(key, data); // the last one that was asked for
    return data;
  }

  has(key: string): boolean {
    return this.#shared.entries.has(key);
  }

  set(key: string, data: string): void {
    const { entries } = this.#shared;
    if (typeof data !== 'string') throw new TypeError(`A cache keeps texts; ${key} is none.`);
    if (data.length > this.#capacity) throw new RangeError(`${key} is larger than the cache.`);
    entries.delete(key);
    entries.set(key, data);
    let size = 0;
    for (const value of entries.values()) size += value.length;
    for (const [oldest, value] of entries) {
      if (size <= this.#capacity) break;
      entries.delete(oldest);
      size -= value.length;
    }
    this.#changed(key, data);
  }

  remove(key: string): boolean {
    const isRemoved = this.#shared.entries.delete(key);
    if (isRemoved) this.#changed(key, undefined);
    return isRemoved;
  }

  clear({ notifySubscribers = true }: { notifySubscribers?: boolean } = {}): void {
    this.#shared.entries.clear();
    this.#save();
    if (notifySubscribers) this.#tell(undefined, undefined);
  }

  /** Hooks hand it over without the cache that it is of. */
  readonly subscribe = (subscriber: Subscriber): (() => void) => {
    const { subscribers } = this.#shared;
    subscribers.add(subscriber);
    return () => void subscribers.delete(subscriber);
  };

  #changed(key: string, data: string | undefined): void {
    this.#save();
    this.#tell(key, data);
  }

  #tell(key: string | undefined, data: string | undefined): void {
    for (const subscriber of this.#shared.subscribers) subscriber(key, data);
  }

  /** Once for all that changes before the extension gives way. */
  #save(): void {
    const shared = this.#shared;
    if (shared.isSaving) return;
    shared.isSaving = true;
    queueMicrotask(() => {
      shared.isSaving = false;
      writeEntries(this.#namespace, shared.entries).catch(guest.report);
    });
  }
}

function readEntries(namespace: string): [string, string][] {
  const kept = askNow('Cache.get', [namespace], readEntries);
  return Array.isArray(kept) ? kept.filter(isEntry) : [];
}

async function writeEntries(
  namespace: string,
  entries: ReadonlyMap<string, string>,
): Promise<void> {
  await ask('Cache.set', [namespace, JSON.stringify([...entries])], writeEntries);
}

function isEntry(value: unknown): value is [string, string] {
  return (
    Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')
  );
}
