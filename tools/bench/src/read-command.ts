import { parseArgs } from 'node:util';
import type { Row } from './row.ts';
import { rows } from './rows/rows.ts';

/** The options of a run. */
export interface BenchCommand {
  /** File of JSON lines for indexes and queries. */
  corpus: string | undefined;
  json: boolean;
  /** All rows, or the named ones: `npm run bench -- install`. */
  wanted: readonly Row[];
}

/** Reads the command line; for help or an error, it prints that and ends the process. */
export function readCommand(): BenchCommand {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        corpus: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) end(help(), { code: 0 });
    const unknown = positionals.filter((name) => rows.every((row) => row.name !== name));
    if (unknown.length > 0) throw new Error(`No row is called ${unknown.join(', ')}`);
    const isWanted = ({ name }: Row) => positionals.length === 0 || positionals.includes(name);
    return { corpus: values.corpus, json: values.json, wanted: rows.filter(isWanted) };
  } catch (error) {
    return end(`${error instanceof Error ? error.message : String(error)}\n\n${help()}`, {
      code: 2,
    });
  }
}

function help(): string {
  const widest = Math.max(...rows.map(({ name }) => name.length));
  return [
    'npm run bench -- [--corpus FILE] [--json] [ROW…]',
    '',
    'Measures these, or all of them:',
    ...rows.map(({ name, ours, over }) => `  ${name.padEnd(widest)}  ${ours}, over ${over}`),
  ].join('\n');
}

function end(text: string, { code }: { code: 0 | 2 }): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}
