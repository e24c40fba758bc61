import { openDatabase } from '@orchestra/db';
import { GitIndex } from '@orchestra/registry';
import { syncIndex } from '@orchestra/sync';

// Mirrors an index in a separate process, so that its memory can be measured: prints the peak in MiB. Run as:
// node sync-once.ts DATABASE_URL INDEX
const [url = '', directory = ''] = process.argv.slice(2);
using index = await GitIndex.openExisting(directory);
if (index === null) throw new Error(`No index is in ${directory}`);
await using database = await openDatabase({ url });
const { problems } = await syncIndex({ database, index });
if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 5)));
process.stdout.write(`${process.resourceUsage().maxRSS / 1024}\n`);
