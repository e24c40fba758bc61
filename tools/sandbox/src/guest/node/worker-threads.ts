/* An extension runs in one thread: what tells so is here. */

export const isMainThread = true;
export const isInternalThread = false;
export const parentPort = null;
export const workerData = null;
export const threadId = 0;
export const threadName = '';
export const resourceLimits = {};
export const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');
const data = new Map<unknown, unknown>();
export const getEnvironmentData = (key: unknown) => data.get(key);
export const setEnvironmentData = (key: unknown, value: unknown) => void data.set(key, value);
export default {
  getEnvironmentData,
  isInternalThread,
  isMainThread,
  parentPort,
  resourceLimits,
  setEnvironmentData,
  SHARE_ENV,
  threadId,
  threadName,
  workerData,
};
