import { connectDatabase } from '@orchestra/db';
import { openExistingRegistry, readStoredDoc } from '@orchestra/registry';
import { mirrorIndex } from '../src/mirror-index.ts';
import { countStatements } from './count-statements.ts';

// Mirrors a registry and is killed before the given one of the statements that it sends.
// Run as: node sync-then-die.ts DATA_FOLDER DATABASE_URL STATEMENT
const [data = '', url = '', last = ''] = process.argv.slice(2);

using registry = await openExistingRegistry(data);
if (registry === null) throw new Error(`no registry is in ${data}`);
await using server = await connectDatabase({ url });
const database = countStatements(server, { killAt: Number(last) });
await mirrorIndex({ database, index: registry.index, readDoc: readStoredDoc(registry.blobs) });
process.stdout.write(`${database.statements()}\n`);
