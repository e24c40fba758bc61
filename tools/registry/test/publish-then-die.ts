import { openExistingRegistry } from '../src/open-registry.ts';
import { publishPackage } from '../src/publish/publish-package.ts';
import { tidewater } from './make-registry.ts';

// Publishes a package and is killed before the given one of the steps that change anything.
// Run as: node publish-then-die.ts DATA_FOLDER PACKAGE STEP [BLOBS ENDPOINT]
const [data = '', file = '', last = '', location, endpoint = ''] = process.argv.slice(2);
const bucket = location === undefined ? {} : { blobs: location, gcs: { endpoint } };
let steps = 0;
const step = () => {
  steps += 1;
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL');
};

const now = () => new Date();
using registry = await openExistingRegistry(data, bucket);
if (registry === null) throw new Error(`no registry is in ${data}`);
const { index, blobs, codeReviews, config } = registry;

const commit = index.commit.bind(index);
index.commit = async (changes) => {
  step();
  const created = await commit(changes);
  step();
  return created;
};
const stepping: typeof blobs = {
  ...blobs,
  put(blob, content) {
    step();
    return blobs.put(blob, content);
  },
};

const request = { submitter: tidewater, preRelease: false, dryRun: false, expectedName: undefined };
const context = { index, blobs: stepping, codeReviews, limits: config.limits, now };
await publishPackage({ archive: { file }, ...request }, context);
process.stdout.write(`${steps}\n`);
