const { performance, PerformanceEntry } = globalThis;
export const Performance = performance.constructor;

export const constants = {};
export { performance, PerformanceEntry };
export default {
  constants,
  Performance,
  performance,
  PerformanceEntry,
};
