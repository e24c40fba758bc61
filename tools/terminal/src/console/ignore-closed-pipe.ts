/** Ignores that the reader of the output, such as `head`, closed its pipe early, which isn't an error. */
export function ignoreClosedPipe(...streams: NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
