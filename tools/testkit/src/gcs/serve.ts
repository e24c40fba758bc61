import { startGcs } from './start-gcs.ts';

// Serves buckets until it is ended, and prints its origin.
// Run as: node serve.ts BUCKET…
const { origin } = await startGcs({ buckets: process.argv.slice(2) });
process.stdout.write(`${origin}\n`);
