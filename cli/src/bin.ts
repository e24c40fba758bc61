import { assumeSize } from './assume-size.ts';
import { makeContext } from './context.ts';
import { main } from './main.ts';

// a reader such as `head` may close the pipe early, which isn't an error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

assumeSize(process.stdout);
assumeSize(process.stderr);

process.exitCode = await main(process.argv.slice(2), makeContext(process));
