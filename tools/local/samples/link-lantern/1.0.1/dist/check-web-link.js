import { network } from '@orchestra/api';

const timeoutMilliseconds = 15_000;

/** Some servers refuse HEAD for pages that they do serve. */
const refusals = new Set([403, 404, 405, 501]);

/**
 * Why a web page can't be reached; null where it answers.
 *
 * @param {string} address
 */
export async function checkWebLink(address) {
  try {
    const head = await ask(address, 'HEAD');
    const answer = refusals.has(head.status) ? await ask(address, 'GET') : head;
    if (answer.ok || answer.status === 429) return null;
    return `answered ${answer.status}`;
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late ? 'no answer within 15 seconds' : 'not reachable';
  }
}

/**
 * @param {string} address
 * @param {'HEAD' | 'GET'} method
 */
function ask(address, method) {
  return network.fetch(address, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(timeoutMilliseconds),
  });
}
