import fastify from 'fastify';
import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';
import type { Statement } from '../database/record-statements.ts';

// Serves the results of SQL statements without any API until it is killed, and prints its address. Run as:
// node serve-bare.ts DATABASE_URL FILE; the file has statements by path, as JSON
const [url = '', file = ''] = process.argv.slice(2);
const routes: Record<string, Statement[]> = JSON.parse(await readFile(file, 'utf8'));
const pool = new Pool({ connectionString: url, max: 10 });
const server = fastify();
for (const [path, statements] of Object.entries(routes)) {
  server.get(path, async () => {
    const answers: object[] = [];
    for (const { text, values } of statements) {
      answers.push((await pool.query(text, [...values])).rows);
    }
    return answers;
  });
}
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`);
