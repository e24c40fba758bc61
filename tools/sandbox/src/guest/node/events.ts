import Events from '@jspm/core/nodelibs/events';

export {
  defaultMaxListeners,
  EventEmitter,
  listenerCount,
  on,
  once,
} from '@jspm/core/nodelibs/events';
export default Events;
