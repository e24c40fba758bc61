import type { ReactNode } from 'react';
import { createContext } from 'react';
import createReconciler from 'react-reconciler';
import {
  ConcurrentRoot,
  DefaultEventPriority,
  DiscreteEventPriority,
  NoEventPriority,
} from 'react-reconciler/constants.js';
import type { ViewNode } from '../../services/services.ts';
import { Calls, type Instance, toNode } from './view-tree.ts';

/** A view that is mounted. */
export interface Container {
  children: Instance[];
  readonly calls: Calls;
  /** Something of it has changed. */
  onCommit(): void;
}

/** A tree of React, and what its host sees of it. */
export interface Root {
  render(element: ReactNode): void;
  /** What is on top; null where there is nothing. */
  view(): ViewNode | null;
  /** Calls a function of the view by its number; one that isn't there any longer does nothing. */
  call(number: number, args: unknown[]): unknown;
  unmount(): void;
}

let priority: number = NoEventPriority;

const noContext: Readonly<Record<string, never>> = {};

const reconciler = createReconciler({
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  supportsMicrotasks: true,
  isPrimaryRenderer: true,
  warnsIfNotActing: false,
  noTimeout: -1,
  scheduleTimeout: setTimeout,
  cancelTimeout: clearTimeout,
  scheduleMicrotask: queueMicrotask,
  rendererVersion: '1.0.0',
  rendererPackageName: 'orchestra',
  extraDevToolsConfig: null,
  NotPendingTransition: null,
  HostTransitionContext: createContext(null),

  createInstance: (type: string, props: Instance['props'], { calls }: Container) =>
    makeInstance(type, props, calls),
  createTextInstance: (text: string, { calls }: Container) => makeInstance('text', { text }, calls),
  appendInitialChild: (parent: Instance, child: Instance) => void parent.children.push(child),
  finalizeInitialChildren: () => false,
  shouldSetTextContent: () => false,
  getRootHostContext: () => noContext,
  getChildHostContext: (context: object) => context,
  getPublicInstance,
  prepareForCommit: () => null,
  resetAfterCommit: (container: Container) => container.onCommit(),
  preparePortalMount: () => undefined,
  clearContainer: (container: Container) => void (container.children = []),

  appendChild: (parent: Instance, child: Instance) => place(parent.children, child),
  appendChildToContainer: (container: Container, child: Instance) =>
    place(container.children, child),
  insertBefore: (parent: Instance, child: Instance, before: Instance) =>
    place(parent.children, child, before),
  insertInContainerBefore: (container: Container, child: Instance, before: Instance) =>
    place(container.children, child, before),
  removeChild: (parent: Instance, child: Instance) => remove(parent.children, child),
  removeChildFromContainer: (container: Container, child: Instance) =>
    remove(container.children, child),
  commitUpdate: (instance: Instance, _type: string, _before: object, props: Instance['props']) =>
    void (instance.props = props),
  commitTextUpdate: (instance: Instance, _before: string, text: string) =>
    void (instance.props = { text }),
  commitMount: () => undefined,
  resetTextContent: () => undefined,
  hideInstance: (instance: Instance) => void (instance.isHidden = true),
  unhideInstance: (instance: Instance) => void (instance.isHidden = false),
  hideTextInstance: (instance: Instance) => void (instance.isHidden = true),
  unhideTextInstance: (instance: Instance) => void (instance.isHidden = false),
  detachDeletedInstance: () => undefined,

  setCurrentUpdatePriority: (next: number) => void (priority = next),
  getCurrentUpdatePriority: () => priority,
  resolveUpdatePriority: () => (priority === NoEventPriority ? DefaultEventPriority : priority),
  shouldAttemptEagerTransition: () => false,
  trackSchedulerEvent: () => undefined,
  resolveEventType: () => null,
  resolveEventTimeStamp: () => -1.1,
  requestPostPaintCallback: () => undefined,
  maySuspendCommit: () => false,
  maySuspendCommitOnUpdate: () => false,
  maySuspendCommitInSyncRender: () => false,
  preloadInstance: () => true,
  startSuspendingCommit: () => null,
  suspendInstance: () => undefined,
  waitForCommitToBeReady: () => null,
  getSuspendedCommitReason: () => null,
  resetFormInstance: () => undefined,
  getInstanceFromNode: () => null,
  beforeActiveInstanceBlur: () => undefined,
  afterActiveInstanceBlur: () => undefined,
  prepareScopeUpdate: () => undefined,
  getInstanceFromScope: () => null,
  bindToConsole: (method: string, args: unknown[]) => () =>
    Reflect.apply(Reflect.get(console, method), console, args),
});

function makeInstance(type: string, props: Instance['props'], owner: Calls): Instance {
  return {
    type,
    props,
    children: [],
    calls: new Map(),
    owner,
    isHidden: false,
    asked: { focus: 0, reset: 0 },
  };
}

/** What a `ref` is given: of a field, what it can be asked for. */
function getPublicInstance({ asked, owner }: Instance): { focus(): void; reset(): void } {
  const ask = (what: 'focus' | 'reset') => () => {
    asked[what] += 1;
    owner.onAsked();
  };
  return { focus: ask('focus'), reset: ask('reset') };
}

function remove(children: Instance[], child: Instance): void {
  take(children, child);
  child.owner.drop(child);
}

function place(children: Instance[], child: Instance, before?: Instance): void {
  take(children, child);
  const at = before === undefined ? -1 : children.indexOf(before);
  if (at < 0) children.push(child);
  else children.splice(at, 0, child);
}

function take(children: Instance[], child: Instance): void {
  const at = children.indexOf(child);
  if (at >= 0) children.splice(at, 1);
}

/**
 * Makes a tree of React in which nothing is rendered yet.
 *
 * @param by.onCommit told after each change
 * @param by.onError what was thrown while rendering, and nothing of the view caught: it is empty then
 */
export function createRoot(by: { onCommit(): void; onError(error: unknown): void }): Root {
  const calls = new Calls(by.onCommit);
  const container: Container = { children: [], calls, onCommit: by.onCommit };
  const ignore = () => undefined;
  const root = reconciler.createContainer(
    container,
    ConcurrentRoot,
    null,
    false,
    null,
    '',
    by.onError,
    ignore,
    ignore,
    ignore,
    null,
  );
  return {
    render: (element) => void reconciler.updateContainer(element, root, null, null),
    view() {
      const top = container.children.findLast(({ isHidden }) => !isHidden);
      return top === undefined ? null : toNode(top);
    },
    call(number, args) {
      const handler = calls.find(number);
      const before = priority;
      priority = DiscreteEventPriority;
      try {
        return handler?.(...args);
      } finally {
        priority = before;
      }
    },
    unmount: () => void reconciler.updateContainer(null, root, null, null),
  };
}
