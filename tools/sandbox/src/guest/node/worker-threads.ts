import { missing } from './node-error.ts';

/* An extension runs in one thread: what tells so is here. */

export const isMainThread = true;
export const isInternalThread = false;
export const parentPort = null;
export const workerData = null;
export const threadId = 0;
export const threadName = '';
export const resourceLimits = {};
export const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');
export const Worker = missing('worker_threads.Worker');
export const MessageChannel = missing('worker_threads.MessageChannel');
export const MessagePort = missing('worker_threads.MessagePort');
export const BroadcastChannel = missing('worker_threads.BroadcastChannel');
export const receiveMessageOnPort = missing('worker_threads.receiveMessageOnPort');
export const moveMessagePortToContext = missing('worker_threads.moveMessagePortToContext');
const data = new Map<unknown, unknown>();
export const getEnvironmentData = (key: unknown) => data.get(key);
export const setEnvironmentData = (key: unknown, value: unknown) => void data.set(key, value);
export default {
  BroadcastChannel,
  getEnvironmentData,
  isInternalThread,
  isMainThread,
  MessageChannel,
  MessagePort,
  moveMessagePortToContext,
  parentPort,
  receiveMessageOnPort,
  resourceLimits,
  setEnvironmentData,
  SHARE_ENV,
  threadId,
  threadName,
  Worker,
  workerData,
};
