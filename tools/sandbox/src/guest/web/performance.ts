import {
  defineInterface,
  inside,
  requireArguments,
  requireInside,
  toDictionary,
  toText,
} from './define-interface.ts';
import { DOMException } from './dom-exception.ts';
import { webNatives } from './environment.ts';
import { EventTarget } from './event-target.ts';
import { structuredClone } from './structured-clone.ts';

interface EntryParts {
  name: string;
  entryType: 'mark' | 'measure';
  startTime: number;
  duration: number;
  detail: unknown;
}

const mostEntries = 10_000;

/** Something that was noted in the timeline. */
export class PerformanceEntry {
  #parts: EntryParts;

  constructor(key?: unknown, parts?: EntryParts) {
    requireInside(key);
    if (parts === undefined) throw new TypeError('Illegal constructor');
    this.#parts = parts;
  }

  get name(): string {
    return this.#parts.name;
  }

  get entryType(): string {
    return this.#parts.entryType;
  }

  get startTime(): number {
    return this.#parts.startTime;
  }

  get duration(): number {
    return this.#parts.duration;
  }

  get detail(): unknown {
    return this.#parts.detail;
  }

  toJSON(): EntryParts {
    return { ...this.#parts };
  }
}

defineInterface('PerformanceEntry', PerformanceEntry);

/** Of W3C's Performance Timeline and User Timing, marks and measures: the newest 10,000 are kept. */
export class Performance extends EventTarget {
  #entries: PerformanceEntry[] = [];
  #timeOrigin = Date.now() - webNatives().now();

  constructor(key?: unknown) {
    requireInside(key);
    super();
  }

  get timeOrigin(): number {
    return this.#timeOrigin;
  }

  now(): number {
    return webNatives().now();
  }

  mark(name: unknown, options?: unknown): PerformanceEntry {
    requireArguments('Performance.mark', arguments, 1);
    const given = toDictionary(options, 'Performance.mark');
    const start: unknown = Reflect.get(given, 'startTime');
    const startTime = start === undefined ? this.now() : Number(start);
    if (!(startTime >= 0)) throw new TypeError('startTime must be a number from 0 on');
    return this.#add(given, { name: toText(name), entryType: 'mark', startTime, duration: 0 });
  }

  measure(name: unknown, startOrOptions?: unknown, endMark?: unknown): PerformanceEntry {
    requireArguments('Performance.measure', arguments, 1);
    const isOptions = typeof startOrOptions === 'object' && startOrOptions !== null;
    const given = isOptions ? startOrOptions : { start: startOrOptions, end: endMark };
    const [start, end, length] = ['start', 'end', 'duration'].map((key) => Reflect.get(given, key));
    const duration = length === undefined ? undefined : Number(length);
    const from =
      start === undefined && end !== undefined && duration !== undefined
        ? this.#timeOf(end) - duration
        : this.#timeOf(start ?? 0);
    const to =
      end !== undefined ? this.#timeOf(end) : duration === undefined ? this.now() : from + duration;
    const parts = { name: toText(name), startTime: from, duration: to - from };
    return this.#add(given, { ...parts, entryType: 'measure' });
  }

  clearMarks(name?: unknown): void {
    this.#clear('mark', name);
  }

  clearMeasures(name?: unknown): void {
    this.#clear('measure', name);
  }

  getEntries(): PerformanceEntry[] {
    return this.#entries.toSorted((a, b) => a.startTime - b.startTime);
  }

  getEntriesByType(type: unknown): PerformanceEntry[] {
    return this.getEntries().filter((entry) => entry.entryType === type);
  }

  getEntriesByName(name: unknown, type?: unknown): PerformanceEntry[] {
    return this.getEntries().filter(
      (entry) => entry.name === name && (type === undefined || entry.entryType === type),
    );
  }

  toJSON(): object {
    return { timeOrigin: this.#timeOrigin };
  }

  #add(given: object, parts: Omit<EntryParts, 'detail'>): PerformanceEntry {
    const detail: unknown = structuredClone(Reflect.get(given, 'detail') ?? null);
    const entry = new PerformanceEntry(inside, { ...parts, detail });
    if (this.#entries.length >= mostEntries) this.#entries.shift();
    this.#entries.push(entry);
    return entry;
  }

  #clear(type: EntryParts['entryType'], name: unknown): void {
    this.#entries = this.#entries.filter(
      (entry) => entry.entryType !== type || (name !== undefined && entry.name !== name),
    );
  }

  #timeOf(at: unknown): number {
    if (typeof at === 'number') return at;
    const marks = this.#entries.filter((entry) => entry.entryType === 'mark');
    const mark = marks.findLast((entry) => entry.name === at);
    if (mark !== undefined) return mark.startTime;
    throw new DOMException(`The "${toText(at)}" performance mark has not been set`, 'SyntaxError');
  }
}

defineInterface('Performance', Performance);
