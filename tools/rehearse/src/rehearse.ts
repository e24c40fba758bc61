import { parseJson, StagesSchema, type Stages } from '@orchestra/core';
import type { ProcessResult } from '@orchestra/testkit';
import { readFile, writeFile } from 'node:fs/promises';
import { Type, type Static, type TSchema } from 'typebox';
import { followEvents, startWorkflow } from './actions/follow-events.ts';
import { approve } from './approve.ts';
import { startWorld, type World } from './start-world.ts';

/** The result of a rehearsal. */
export interface Rehearsal {
  /** Receipts of a new name, which a person approved, and of its next version, which needed no review. */
  receipts: { version: string; began: string; stages: Stages }[];
  /** The extension as the user has it installed in the end. */
  installed: Static<typeof InstalledSchema>['installed'];
  /** HTML of the extension's page on the site that was deployed last. */
  page: string;
}

const PublishedSchema = Type.Object({ version: Type.String(), stages: StagesSchema });
const InstalledSchema = Type.Object({
  installed: Type.Array(
    Type.Object({
      name: Type.String(),
      version: Type.String(),
      sha256: Type.String(),
      path: Type.String(),
    }),
  ),
});

/**
 * Publishes an extension and its next version as their author would, with all workflows of this project run
 * as GitHub would run them, and installs the result as a user would.
 *
 * @param options.root folder of the project
 * @throws Error where anything doesn't end as expected
 */
export async function rehearse(options: {
  root: string;
  tell: (text: string) => void;
}): Promise<Rehearsal> {
  const { root, tell } = options;
  tell('starting GitHub, Cloud Storage, PostgreSQL and the API');
  await using world = await startWorld(root, tell);
  await startWorkflow('resync', {
    ...world.runner,
    started: { event: 'workflow_dispatch', payload: {}, inputs: {} },
  });
  const ending = new AbortController();
  const following = followEvents(world.runner, ending.signal);
  const story = tellStory(world, tell).finally(() => ending.abort());
  const [rehearsal] = await Promise.all([Promise.race([story, failureOf(following)]), following]);
  const page = await fetch(`${world.config.site}/extensions/tide-table/`);
  return { ...rehearsal, page: await page.text() };
}

/** Rejects when a workflow fails, because the rehearsal would then wait forever. */
async function failureOf(following: Promise<void>): Promise<never> {
  await following;
  throw new Error('nothing follows the events any more');
}

async function tellStory(
  world: World,
  tell: (text: string) => void,
): Promise<Omit<Rehearsal, 'page'>> {
  tell('orchestra ext publish --wait: a new name, which a person approves');
  const [first] = await Promise.all([publish(world), approve(world)]);
  await raiseVersion(world, '1.1.0');
  tell('orchestra ext publish --wait: the next version, which is merged by itself');
  const second = await publish(world);
  tell('orchestra ext install');
  const { installed } = read(
    InstalledSchema,
    await world.user(['install', 'tide-table', '--yes', '--json']),
  );
  return { receipts: [first, second], installed };
}

async function publish({ author, extension }: World) {
  const began = new Date().toISOString();
  const ended = await author(['publish', '--wait', '--yes', '--json', '-C', extension.path]);
  return { began, ...read(PublishedSchema, ended) };
}

async function raiseVersion({ extension }: World, version: string): Promise<void> {
  const path = extension.join('package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, version }, null, 2));
}

function read<S extends TSchema>(schema: S, { exitCode, stdout, stderr }: ProcessResult) {
  const parsed = exitCode === 0 ? parseJson(schema, stdout) : null;
  if (parsed?.ok === true) return parsed.value;
  throw new Error(`ended with ${exitCode}:\n${stdout}${stderr}`);
}
