import { plainLines } from '@orchestra/terminal';
import { changesBetween } from './changes-between.ts';
import type { Newer } from './find-outdated.ts';

/** The changelog from the installed version up to another; empty where the registry has none. */
export async function readChanges(newer: Newer, upTo: string): Promise<string> {
  const { name, installed, client } = newer;
  if (upTo === installed.version) return '';
  const text = await client.readDoc({ name, version: upTo, path: 'changelog.md' });
  const between = { after: installed.version, upTo };
  return text === null ? '' : plainLines(changesBetween(text, between));
}
