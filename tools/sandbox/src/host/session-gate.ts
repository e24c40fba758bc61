import { commandStart, findPermissions, memberName } from '../gate/find-permissions.ts';
import { refusal } from '../guest/api/guest-context.ts';
import { encodeError } from '../protocol/wire-value.ts';
import type { CallRecord } from './call-record.ts';
import type { SourcePlaces } from './source-places.ts';

/** What a gate judges by. */
export interface SessionGateOptions {
  build: number;
  /** What package.json declares. */
  permissions: readonly string[];
  places: SourcePlaces;
  /** @param isFirst whether it is the build's first of this member with this judgement */
  onCall(record: CallRecord, isFirst: boolean): void;
}

/** Judges the calls of one build, and keeps the record of each. */
export class SessionGate {
  readonly #options: SessionGateOptions;
  readonly #told = new Set<string>();

  constructor(options: SessionGateOptions) {
    this.#options = options;
  }

  /** Begins the record of a call. `at` is the stack of the caller; `args` are as they were sent. */
  begin(api: string, { args, at }: { args: unknown; at: string }): CallRecord {
    return {
      build: this.#options.build,
      api: memberName(api).slice(0, 100),
      permissions: findPermissions(api),
      args,
      isAllowed: true,
      place: this.#options.places.find(at),
      startedAt: Date.now(),
      durationMs: 0,
    };
  }

  /** Why a call may not be made; null where it may. */
  judge({ api, permissions }: CallRecord): Error | null {
    if (permissions === null) return unknownCall(api);
    const missing = permissions.find((one) => !this.#options.permissions.includes(one));
    return missing === undefined ? null : refusal(api, missing);
  }

  /** Ends the record of a call that was let through. */
  end(record: CallRecord): void {
    record.durationMs = Date.now() - record.startedAt;
    const { api, permissions, isAllowed } = record;
    const kind = `${isAllowed} ${permissions === null ? '' : api}`;
    const isFirst = !this.#told.has(kind);
    this.#told.add(kind);
    this.#options.onCall(record, isFirst);
  }

  /** Ends the record of a call that failed; anything may have been thrown. */
  fail(record: CallRecord, thrown: unknown): void {
    record.error = encodeError(thrown).message;
    this.end(record);
  }

  /** Ends the record of a call that wasn't. */
  refuse(record: CallRecord, error: Error): void {
    record.isAllowed = false;
    this.fail(record, error);
  }
}

/** What is thrown where Orchestra has no such call. */
export function unknownCall(api: string): Error {
  const isCommand = api.startsWith(commandStart);
  const message = isCommand
    ? `There is no command '${memberName(api).slice(0, 100)}'.`
    : `Orchestra has no ${api.slice(0, 100)}.`;
  return Object.assign(new Error(message), { code: 'unknown-call' });
}
