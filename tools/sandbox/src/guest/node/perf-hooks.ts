import { missing } from './node-error.ts';

const { performance, PerformanceEntry } = globalThis;

export const PerformanceObserver = missing('perf_hooks.PerformanceObserver');
export const monitorEventLoopDelay = missing('perf_hooks.monitorEventLoopDelay');
export const createHistogram = missing('perf_hooks.createHistogram');
export const constants = {};
export { performance, PerformanceEntry };
export default {
  constants,
  createHistogram,
  monitorEventLoopDelay,
  performance,
  PerformanceEntry,
  PerformanceObserver,
};
