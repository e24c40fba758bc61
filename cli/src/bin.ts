import { makeContext } from './context.ts';
import { main } from './main.ts';

// a reader such as `head` may leave early: that is no failure of ours
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), makeContext(process));
