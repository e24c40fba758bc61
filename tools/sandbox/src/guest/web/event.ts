import {
  defineInterface,
  inside,
  requireArguments,
  toDictionary,
  toText,
} from './define-interface.ts';
import { webNatives } from './environment.ts';
import type { EventTarget } from './event-target.ts';

/** What a target keeps of an event while it tells its listeners. */
export interface EventState {
  type: string;
  bubbles: boolean;
  cancelable: boolean;
  composed: boolean;
  target: EventTarget | null;
  current: EventTarget | null;
  isInitialized: boolean;
  isDispatched: boolean;
  isStopped: boolean;
  isStoppedAtOnce: boolean;
  isCanceled: boolean;
  isPassive: boolean;
  isTrusted: boolean;
}

/** @throws TypeError for what is no event */
export let eventState: (event: Event) => EventState;

const phases = { NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 };

/** As WHATWG's DOM standard has it, for targets that stand in no tree. */
export class Event {
  #state: EventState;
  #timeStamp = webNatives().now();

  static {
    eventState = (event) => event.#state;
  }

  constructor(type: unknown, init?: unknown, key?: unknown) {
    requireArguments('Event constructor', arguments, 1);
    const given = toDictionary(init, 'Event constructor');
    const is = (name: string) => Boolean(Reflect.get(given, name));
    this.#state = {
      type: toText(type),
      bubbles: is('bubbles'),
      cancelable: is('cancelable'),
      composed: is('composed'),
      target: null,
      current: null,
      isInitialized: true,
      isDispatched: false,
      isStopped: false,
      isStoppedAtOnce: false,
      isCanceled: false,
      isPassive: false,
      isTrusted: key === inside,
    };
  }

  get type(): string {
    return this.#state.type;
  }

  get target(): EventTarget | null {
    return this.#state.target;
  }

  get srcElement(): EventTarget | null {
    return this.#state.target;
  }

  get currentTarget(): EventTarget | null {
    return this.#state.current;
  }

  get eventPhase(): number {
    return this.#state.current === null ? phases.NONE : phases.AT_TARGET;
  }

  get bubbles(): boolean {
    return this.#state.bubbles;
  }

  get cancelable(): boolean {
    return this.#state.cancelable;
  }

  get composed(): boolean {
    return this.#state.composed;
  }

  get defaultPrevented(): boolean {
    return this.#state.isCanceled;
  }

  get returnValue(): boolean {
    return !this.#state.isCanceled;
  }
  set returnValue(value: unknown) {
    if (!value) this.preventDefault();
  }

  get cancelBubble(): boolean {
    return this.#state.isStopped;
  }
  set cancelBubble(value: unknown) {
    if (value) this.#state.isStopped = true;
  }

  get isTrusted(): boolean {
    return this.#state.isTrusted;
  }

  get timeStamp(): number {
    return this.#timeStamp;
  }

  composedPath(): EventTarget[] {
    return this.#state.current === null ? [] : [this.#state.current];
  }

  preventDefault(): void {
    const state = this.#state;
    if (state.cancelable && !state.isPassive) state.isCanceled = true;
  }

  stopPropagation(): void {
    this.#state.isStopped = true;
  }

  stopImmediatePropagation(): void {
    this.#state.isStopped = true;
    this.#state.isStoppedAtOnce = true;
  }

  initEvent(type: unknown, bubbles: unknown = false, cancelable: unknown = false): void {
    requireArguments('Event.initEvent', arguments, 1);
    const state = this.#state;
    if (state.isDispatched) return;
    Object.assign(state, { type: toText(type), target: null, isStopped: false });
    Object.assign(state, { isStoppedAtOnce: false, isCanceled: false });
    Object.assign(state, { bubbles: Boolean(bubbles), cancelable: Boolean(cancelable) });
  }
}

defineInterface('Event', Event, phases);

/** An event with something of whoever made it. */
export class CustomEvent extends Event {
  #detail: unknown;

  constructor(type: unknown, init?: unknown) {
    requireArguments('CustomEvent constructor', arguments, 1);
    super(type, init);
    this.#detail = Reflect.get(toDictionary(init, 'CustomEvent constructor'), 'detail') ?? null;
  }

  get detail(): unknown {
    return this.#detail;
  }
}

defineInterface('CustomEvent', CustomEvent);

/** What came from a WebSocket. */
export class MessageEvent extends Event {
  #given: object;

  constructor(type: unknown, init?: unknown, key?: unknown) {
    requireArguments('MessageEvent constructor', arguments, 1);
    super(type, init, key);
    this.#given = { ...toDictionary(init, 'MessageEvent constructor') };
  }

  get data(): unknown {
    return Reflect.get(this.#given, 'data') ?? null;
  }

  get origin(): string {
    return toText(Reflect.get(this.#given, 'origin') ?? '');
  }

  get lastEventId(): string {
    return toText(Reflect.get(this.#given, 'lastEventId') ?? '');
  }

  get source(): null {
    return null;
  }

  get ports(): readonly never[] {
    return Object.freeze([]);
  }
}

defineInterface('MessageEvent', MessageEvent);

/** Tells that a WebSocket has closed. */
export class CloseEvent extends Event {
  #given: object;

  constructor(type: unknown, init?: unknown, key?: unknown) {
    requireArguments('CloseEvent constructor', arguments, 1);
    super(type, init, key);
    this.#given = { ...toDictionary(init, 'CloseEvent constructor') };
  }

  get wasClean(): boolean {
    return Boolean(Reflect.get(this.#given, 'wasClean'));
  }

  get code(): number {
    return Number(Reflect.get(this.#given, 'code') ?? 0);
  }

  get reason(): string {
    return toText(Reflect.get(this.#given, 'reason') ?? '');
  }
}

defineInterface('CloseEvent', CloseEvent);

/** Tells of an error. */
export class ErrorEvent extends Event {
  #given: object;

  constructor(type: unknown, init?: unknown, key?: unknown) {
    requireArguments('ErrorEvent constructor', arguments, 1);
    super(type, init, key);
    this.#given = { ...toDictionary(init, 'ErrorEvent constructor') };
  }

  get message(): string {
    return toText(Reflect.get(this.#given, 'message') ?? '');
  }

  get filename(): string {
    return toText(Reflect.get(this.#given, 'filename') ?? '');
  }

  get lineno(): number {
    return Number(Reflect.get(this.#given, 'lineno') ?? 0);
  }

  get colno(): number {
    return Number(Reflect.get(this.#given, 'colno') ?? 0);
  }

  get error(): unknown {
    return Reflect.get(this.#given, 'error');
  }
}

defineInterface('ErrorEvent', ErrorEvent);
