import { network } from '@orchestra/api';

const timeoutMilliseconds = 15_000;

/**
 * Why a web page can't be reached; null where it answers.
 *
 * @param {string} address
 */
export async function checkWebLink(address) {
  try {
    const response = await network.fetch(address, {
      method: 'HEAD',
      redirect: 'follow',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return response.ok ? null : `answered ${response.status}`;
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return late ? 'no answer within 15 seconds' : 'not reachable';
  }
}
