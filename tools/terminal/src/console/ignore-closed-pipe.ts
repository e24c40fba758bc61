/** Goes on where whoever read what is printed left early, such as `head`: that is no failure of ours. */
export function ignoreClosedPipe(...streams: NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
