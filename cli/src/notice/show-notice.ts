import { parseJson } from '@orchestra/core';
import { writeFileAtomic } from '@orchestra/core/node';
import { count } from '@orchestra/terminal';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Type from 'typebox';
import type { CommandContext } from '../command.ts';
import { findOutdated } from '../install/find-outdated.ts';
import { withPatience } from '../registry/with-patience.ts';
import { openStore } from '../store/open-store.ts';

const NoticeSchema = Type.Object({ checkedAt: Type.String() });
const dayMs = 24 * 60 * 60 * 1000;
/** Time limit of the requests, in milliseconds. */
const patienceMs = 2000;

/**
 * Prints one line where updates exist: only on a terminal, at most once a day. Never delays or fails a
 * command.
 */
export async function showNotice(context: CommandContext): Promise<void> {
  const { env, stderr, stdout, json } = context;
  const watched = stderr.isTTY === true && stdout.isTTY === true;
  if (json || !watched || (env['CI'] ?? '') !== '' || (env['NO_UPDATE_NOTIFIER'] ?? '') !== '')
    return;
  try {
    const file = join(context.home, 'notice.json');
    const now = context.now();
    if (now.getTime() - (await lastCheck(file)) < dayMs) return;
    const { state } = await openStore(context);
    if (Object.keys(state.extensions).length === 0) return;
    await writeFileAtomic(file, JSON.stringify({ checkedAt: now.toISOString() }));
    const updates = await countUpdates(state.extensions, context);
    if (updates === 0) return;
    const are = updates === 1 ? 'is' : 'are';
    stderr.write(
      `There ${are} ${count(updates, 'update')} for your extensions: orchestra ext outdated\n`,
    );
  } catch {
    // the command has done its work, and a failed notice mustn't fail it
  }
}

async function countUpdates(
  extensions: Parameters<typeof findOutdated>[0],
  context: CommandContext,
): Promise<number> {
  const { newer } = await findOutdated(extensions, {
    ...withPatience(context, patienceMs),
    json: true, // shows no progress while it checks
  });
  return newer.filter(({ wanted }) => wanted !== null).length;
}

async function lastCheck(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const parsed = parseJson(NoticeSchema, text);
  return parsed.ok ? Date.parse(parsed.value.checkedAt) || 0 : 0;
}
