import { sha256Hex } from '@orchestra/core/node';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { Static } from 'typebox';
import { keepValue, readKept } from '../kept/keep-value.ts';
import { type ExtensionFacts, ExtensionFactsSchema } from './extension-facts.ts';

/** Describes kept facts: the commit that they are from, and the code that read them. */
const StampSchema = Type.Object({
  commit: Type.String(),
  code: Type.String(),
  /** Names whose entries couldn't be read; their facts are older, or missing. */
  unread: Type.Array(Type.String()),
});
export type FactsStamp = Static<typeof StampSchema>;

/** A group of facts, by name. */
const GroupSchema = Type.Record(ExtensionFactsSchema.properties.name, ExtensionFactsSchema, {
  additionalProperties: false,
});
type Group = Static<typeof GroupSchema>;

/**
 * Facts that are kept between builds, in 64 groups with a file each, so that a publish changes only one file.
 */
export class KeptFacts {
  readonly #groups: Map<string, Group>;

  private constructor(groups: Map<string, Group>) {
    this.#groups = groups;
  }

  /** Makes empty facts. */
  static none(): KeptFacts {
    return new KeptFacts(new Map(groupIds.map((id) => [id, {}])));
  }

  /** Reads the facts of an earlier build; null where a file is missing or damaged. */
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
   * Writes the facts for the next build.
   *
   * @param kept.names names whose facts changed; null where any may have changed
   */
  async write(
    directory: string,
    { names, stamp }: { names: readonly string[] | null; stamp: FactsStamp },
  ): Promise<void> {
    const stampFile = join(directory, stampName);
    // facts without a stamp aren't used: if the process is killed between groups, the next build starts anew
    await rm(stampFile, { force: true });
    for (const id of names === null ? groupIds : new Set(names.map(groupIdOf)))
      await keepValue(groupFile(directory, id), this.#groups.get(id));
    await keepValue(stampFile, stamp);
  }

  #groupOf(name: string): Group {
    return this.#groups.get(groupIdOf(name)) ?? {};
  }
}

/** Reads which commit the kept facts are from; null where there are none, or writing them was interrupted. */
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
