import { startControl } from './control/start-control.ts';
import { startGitHub } from './start-github.ts';

// Serves a GitHub until it is ended, over git repositories in a folder, and prints one line of JSON:
// where its API, its site and its control are, and the App's credentials.
// Run as: node serve.ts FOLDER [SECONDS BETWEEN TWO QUESTIONS OF A DEVICE]
const [folder, interval = '1'] = process.argv.slice(2);
if (folder === undefined) throw new Error('say in which folder the repositories are to be');
const github = await startGitHub({ folder, deviceInterval: Number(interval) });
const control = await startControl(github);
const { api, web, storage, app } = github;
process.stdout.write(`${JSON.stringify({ api, web, storage, control, app })}\n`);
