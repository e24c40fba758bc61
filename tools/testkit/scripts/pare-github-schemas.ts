import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { events } from '../src/github/events/event-names.ts';
import { routes } from '../src/github/routes/routes.ts';
import { pareSchemas } from './pare-schemas.ts';

/**
 * Writes `github-schemas.json`: of GitHub's description of its API, what the fake answers.
 *
 *     npm install --prefix FOLDER --ignore-scripts @octokit/openapi
 *     npx -c 'node tools/testkit/scripts/pare-github-schemas.ts FOLDER'
 *
 * It is installed outside of the project, since it unpacks to 400 MB.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('say in which folder @octokit/openapi was installed');
const home = join(folder, 'node_modules/@octokit/openapi');
const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
const description = JSON.parse(await readFile(join(home, 'generated/api.github.com.json'), 'utf8'));
const operations = routes.map(({ operation }) => operation);
const pared = { version, ...pareSchemas(description, { operations, events }) };
const target = new URL('../src/github/schemas/github-schemas.json', import.meta.url);
await writeFile(target, `${JSON.stringify(pared)}\n`);
