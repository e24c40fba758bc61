export {
  type ReadView,
  readView,
  type ViewAction,
  type ViewField,
  type ViewItem,
  type ViewPage,
} from './read-view.ts';
export { type CallView, ViewState } from './view-state.ts';
