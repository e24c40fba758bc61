import { connectDatabase } from '@orchestra/db';
import { ingestLog } from '../src/ingest/ingest-log.ts';
import { countStatements } from './count-statements.ts';

// Counts a log and is killed before the given one of the statements that it sends.
// Run as: node ingest-then-die.ts LOG DATABASE_URL STATEMENT
const [log = '', url = '', last = ''] = process.argv.slice(2);
await using server = await connectDatabase({ url });
await ingestLog(log, { database: countStatements(server, { killAt: Number(last) }), prefix: '' });
