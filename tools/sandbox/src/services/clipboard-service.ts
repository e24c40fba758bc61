import { ServiceError } from './service-error.ts';
import type { ClipboardService } from './services.ts';

const maxText = 5_000_000;

/** A clipboard of its own, so that nobody's is read or written while an extension is tried. */
export function makeClipboardService(): ClipboardService {
  let held = '';
  return {
    readText: () => Promise.resolve(held),
    writeText: (text) =>
      Promise.try(() => {
        if (text.length > maxText)
          throw new ServiceError('too-large', `At most ${maxText} characters are copied`);
        held = text;
      }),
  };
}
