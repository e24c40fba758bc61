import { ServiceError } from '../services/service-error.ts';

/** How the message of a call begins that a test says nothing of. */
export const unansweredStart = 'The test gives no answer to ';

/** The error of a call that a test says nothing of. `advice` is what to add to it. */
export function unanswered(what: string, advice: string): ServiceError {
  return new ServiceError('no-answer', `${unansweredStart}${what}: add ${advice}`);
}
