import { sha256Hex } from '@orchestra/core/node';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { keepValue, readKept } from '../kept/keep-value.ts';
import { type ExtensionFacts, ExtensionFactsSchema } from './extension-facts.ts';

/** What an earlier build read, and of which commit, by which code. */
const StampSchema = Type.Object({
  commit: Type.String(),
  code: Type.String(),
  /** Names whose entries could not be read: theirs are the facts of an earlier commit, or none. */
  unread: Type.Array(Type.String()),
});
export type FactsStamp = Static<typeof StampSchema>;

/** Some of the facts, by name. */
const GroupSchema = Type.Record(ExtensionFactsSchema.properties.name, ExtensionFactsSchema, {
  additionalProperties: false,
});
type Group = Static<typeof GroupSchema>;

/** Facts in 64 groups, each of which is kept in a file: a publish changes one of them. */
export class KeptFacts {
  readonly #groups: Map<string, Group>;

  private constructor(groups: Map<string, Group>) {
    this.#groups = groups;
  }

  /** Nothing is known. */
  static none(): KeptFacts {
    return new KeptFacts(new Map(groupIds.map((id) => [id, {}])));
  }

  /** Reads what an earlier build kept; null where a file of it is missing or damaged. */
  static async read(directory: string): Promise<KeptFacts | null> {
    const groups = new Map<string, Group>();
    for (const id of groupIds) {
      const group = await readKept(groupFile(directory, id), GroupSchema);
      if (group === null) return null;
      groups.set(id, group.value);
    }
    return new KeptFacts(groups);
  }

  set(name: string, facts: ExtensionFacts): void {
    this.#groupOf(name)[name] = facts;
  }

  delete(name: string): void {
    delete this.#groupOf(name)[name];
  }

  list(): ExtensionFacts[] {
    return [...this.#groups.values()].flatMap((group) => Object.values(group));
  }

  /**
   * Keeps facts for the next build.
   *
   * @param kept.names those whose facts changed; null where any may have
   */
  async write(
    directory: string,
    { names, stamp }: { names: readonly string[] | null; stamp: FactsStamp },
  ): Promise<void> {
    const stampFile = join(directory, stampName);
    // without a stamp nothing of it is believed: killed between two groups, a build begins anew
    await rm(stampFile, { force: true });
    for (const id of names === null ? groupIds : new Set(names.map(groupIdOf)))
      await keepValue(groupFile(directory, id), this.#groups.get(id));
    await keepValue(stampFile, stamp);
  }

  #groupOf(name: string): Group {
    return this.#groups.get(groupIdOf(name)) ?? {};
  }
}

/** Of which commit facts are kept; null where none are, or where writing them was cut off. */
export async function readStamp(directory: string): Promise<FactsStamp | null> {
  return (await readKept(join(directory, stampName), StampSchema))?.value ?? null;
}

const stampName = 'stamp.json';
const groupIds = Array.from({ length: 64 }, (_, nth) => (nth * 4).toString(16).padStart(2, '0'));

function groupIdOf(name: string): string {
  const byte = Number.parseInt(sha256Hex(name).slice(0, 2), 16);
  return (byte - (byte % 4)).toString(16).padStart(2, '0');
}

function groupFile(directory: string, id: string): string {
  return join(directory, `${id}.json`);
}
