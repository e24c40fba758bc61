import { nearest } from '@orchestra/core';
import { listLooks, type Look, type Viewable } from '@orchestra/textmate';
import { lookAtContribution } from '@orchestra/textmate/node';
import type { DevEvent } from '../dev-event.ts';
import { findSample, readSample, type SampleFolders } from './find-sample.ts';
import { readContributes, readLooks } from './read-looks.ts';

/** What an author asks to see. */
export interface LookWish {
  /** A number from 1, a label or a path of the extension's themes, grammars and snippets. */
  what: string;
  /** The file to colour; `-` or empty for the usual one. */
  file: string;
  /** The theme for a grammar; empty for the first one of the extension. */
  theme: string;
}

/** Shows themes, icon themes, grammars and snippets of an extension, each time as they are on disk. */
export class DevLooks {
  readonly #by: SampleFolders & { emit(event: DevEvent): void };
  #last: LookWish | null = null;

  /** @param by.folder absolute path of the extension */
  constructor(by: SampleFolders & { emit(event: DevEvent): void }) {
    this.#by = by;
  }

  /** What there is to look at, in the order of its numbers. */
  list(): Viewable[] {
    return listLooks(readContributes(this.#by.folder));
  }

  /** Tells what there is to look at. */
  tell(): void {
    const items = this.list().map(({ kind, label, path }) => ({ kind, label, path }));
    this.#by.emit({ type: 'contributed', items });
  }

  /** Shows one thing, or tells why it can't be shown. @returns whether it was shown */
  async show(wish: LookWish): Promise<boolean> {
    const start = performance.now();
    this.#last = wish;
    try {
      this.#by.emit({ type: 'look', look: await this.#lookAt(wish) });
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const durationMs = Math.round(performance.now() - start);
      const fault = { message, place: null };
      const command = `show ${wish.what}`;
      this.#by.emit({ type: 'result', command, ok: false, durationMs, fault });
      return false;
    }
  }

  /** Shows again what was shown last, or else the first there is. */
  async showAgain(): Promise<boolean> {
    return this.show(this.#last ?? { what: '1', file: '', theme: '' });
  }

  async #lookAt({ what, file, theme }: LookWish): Promise<Look> {
    const read = await readLooks(this.#by.folder);
    const nth = findLook(read.looks, what);
    const viewed = read.looks[nth];
    const isNamed = file !== '' && file !== '-';
    const sample = isNamed
      ? readSample(file, this.#by)
      : viewed?.kind === 'grammar'
        ? await findSample(viewed, { ...read, ...this.#by })
        : null;
    return lookAtContribution({ ...read, nth, file: sample, theme: theme === '' ? null : theme });
  }
}

/** @throws Error where nothing is called like this */
function findLook(looks: readonly Viewable[], what: string): number {
  if (looks.length === 0) throw new Error('It contributes no themes, grammars or snippets');
  const wanted = what.toLowerCase();
  const isIt = ({ label, path }: Viewable) =>
    label.toLowerCase() === wanted || path === what.replace(/^\.\//, '');
  const nth = /^\d+$/.test(what) ? Number(what) - 1 : looks.findIndex(isIt);
  if (looks[nth] !== undefined) return nth;
  const near = nearest(
    what,
    looks.map(({ label }) => label),
  );
  const advice = near === undefined ? 'v lists what there is' : `did you mean ${near}?`;
  throw new Error(`There is no ${what} to look at: ${advice}`);
}

/** Reads what was typed: `2`, `2 FILE` or `2 FILE THEME`. A label that has spaces stands in quotes. */
export function readWish(typed: string): LookWish {
  const words = [...typed.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  const [what = '', file = '', ...theme] = words.map(
    ([, double, single, word]) => double ?? single ?? word ?? '',
  );
  return { what, file, theme: theme.join(' ') };
}

/** As {@link readWish}, of arguments of a command line. */
export function wishOf([what = '', file = '', ...theme]: readonly string[]): LookWish {
  return { what, file, theme: theme.join(' ') };
}
