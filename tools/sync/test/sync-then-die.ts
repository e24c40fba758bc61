import { connect, type Queryable } from '@orchestra/db';
import { openExistingRegistry } from '@orchestra/registry';
import { readStoredDoc } from '../src/documents/read-stored-doc.ts';
import { mirrorIndex } from '../src/mirror-index.ts';

// Mirrors a registry and is killed before the given one of the statements that it sends.
// Run as: node sync-then-die.ts DATA_FOLDER DATABASE_URL STATEMENT
const [data = '', url = '', last = ''] = process.argv.slice(2);
let statements = 0;
const counting = (queryable: Queryable): Queryable => ({
  query: (text, values) => {
    statements += 1;
    if (statements === Number(last)) process.kill(process.pid, 'SIGKILL');
    return queryable.query(text, values);
  },
});

using registry = await openExistingRegistry(data);
if (registry === null) throw new Error(`no registry is in ${data}`);
await using server = await connect({ url });
await mirrorIndex({
  database: {
    ...server,
    ...counting(server),
    transaction: (run) => server.transaction((transaction) => run(counting(transaction))),
  },
  index: registry.index,
  readDoc: readStoredDoc(registry.blobs),
});
process.stdout.write(`${statements}\n`);
