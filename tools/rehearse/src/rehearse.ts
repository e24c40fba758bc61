import { parseJson, StagesSchema, type Stages } from '@orchestra/core';
import type { ProcessResult } from '@orchestra/testkit';
import { readFile, writeFile } from 'node:fs/promises';
import { Type, type Static, type TSchema } from 'typebox';
import { followEvents, startWorkflow } from './actions/follow-events.ts';
import { approve } from './approve.ts';
import { startWorld, type World } from './start-world.ts';

/** What came of a rehearsal. */
export interface Rehearsal {
  /** Of a new name, which a person approved; and of its next version, which nobody looked at. */
  receipts: { version: string; began: string; stages: Stages }[];
  /** What a user has in the end. */
  installed: Static<typeof InstalledSchema>['installed'];
  /** The extension's page on the site that was deployed last. */
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
 * Publishes an extension and its next version as their author does, with all workflows of this project
 * run as GitHub would run them, and installs the result as a user does.
 *
 * @param options.root of the project
 * @throws Error where anything ends otherwise than it should
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

/** A workflow that fails ends the story, which would wait for it in vain. */
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
