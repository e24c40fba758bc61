import { openConsole, stopSignal } from '@orchestra/terminal';
import { once } from 'node:events';
import { declareServer, type RunServer } from './server/declare-server.ts';
import { openLog } from './server/open-log.ts';

const { stdout } = process;
const console = openConsole(process, { script: 'npm run api' });

/** Exit codes: 0 stopped as asked, 1 an expected failure, 2 a bug. */
process.exitCode = await main();

async function main(): Promise<number> {
  const log = openLog(stdout);
  const run: RunServer = async (options) => {
    const { startServer } = await import('./server/start-server.ts');
    const server = await startServer(options, { ...log, cwd: process.cwd() });
    log.info('listening', { origin: server.origin });
    await once(stopSignal(process), 'abort');
    log.info('stopping');
    await server.close();
  };
  return console.run(declareServer(run));
}
