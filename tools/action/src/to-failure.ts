import { type Failure, RegistryError, showable } from '@orchestra/core';

/** Turns an error into data that can be shown; of a bug it says only that it is one. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RegistryError) {
    const { code, message, hint } = error;
    return { code, message: showable(message), hint: hint === undefined ? null : showable(hint) };
  }
  return {
    code: 'registry-failed',
    message: 'The registry failed in a way that it does not know',
    hint: "The log of the job has more; it isn't the submission's fault.",
  };
}
