import type { UnresolvedCode } from '@orchestra/core';
import { unread } from '../findings/unread.ts';
import { leaveOutLibraries } from '../libraries/leave-out-libraries.ts';
import { CodeError, parseCode, type ParsedCode } from '../syntax/parse-code.ts';

/** Most bytes of code that are analysed: in one file, and in all. */
const mostBytes = { file: 5 * 1024 * 1024, all: 10 * 1024 * 1024 };

/** Parses files of code, as long as they aren't too large, and notes those that can't be read. */
export class CodeReader {
  readonly unresolved: UnresolvedCode[] = [];
  readonly #files: ReadonlyMap<string, Uint8Array>;
  #bytes = 0;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  /** @returns undefined for what can't be read */
  read(path: string): ParsedCode | undefined {
    const bytes = this.#files.get(path) ?? new Uint8Array();
    const isLong = bytes.length > mostBytes.file;
    if (isLong || this.#bytes + bytes.length > mostBytes.all) {
      const what = `more than ${(isLong ? mostBytes.file : mostBytes.all) >> 20} MiB of code`;
      this.unresolved.push(unread(path, { reason: 'over-limit', what }));
      return undefined;
    }
    this.#bytes += bytes.length;
    try {
      return parseCode(path, leaveOutLibraries(new TextDecoder().decode(bytes)));
    } catch (error) {
      this.unresolved.push(unparsed(path, error));
      return undefined;
    }
  }
}

function unparsed(path: string, error: unknown): UnresolvedCode {
  if (error instanceof CodeError) {
    const { line, column, message } = error;
    return unread(path, { reason: 'unreadable', what: message.slice(0, 200), line, column });
  }
  if (!(error instanceof RangeError)) throw error;
  return unread(path, { reason: 'over-limit', what: 'code that is nested too deep' });
}
