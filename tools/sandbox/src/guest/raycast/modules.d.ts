/*
 * Of React, what is used here. Its own types come with those of a browser's page, which would hold for all programs.
 */
declare module 'react' {
  export type ReactNode = object | string | number | boolean | null | undefined;
  export interface ReactElement {
    type: unknown;
    props: unknown;
    key: unknown;
  }
  export interface FunctionComponent<P> {
    (props: P): ReactNode;
    displayName?: string;
  }
  export interface Context<T> {
    Provider: FunctionComponent<{ value: T; children?: ReactNode }>;
  }
  export const Fragment: FunctionComponent<{ children?: ReactNode }>;
  export function useId(): string;
  export function createContext<T>(initial: T): Context<T>;
  export function useContext<T>(context: Context<T>): T;
  export function useState<S>(initial: S | (() => S)): [S, (next: S | ((before: S) => S)) => void];
  export function createElement<P extends object>(
    type: string | FunctionComponent<P>,
    props: (P & { key?: string | number }) | null,
    ...children: ReactNode[]
  ): ReactElement;
  const React: typeof import('react') & Record<string, unknown>;
  export default React;
}

declare module 'react/jsx-runtime' {
  export const Fragment: unknown;
  export const jsx: unknown;
  export const jsxs: unknown;
}

declare module 'react/jsx-dev-runtime' {
  export const Fragment: unknown;
  export const jsxDEV: unknown;
}

declare module 'react-reconciler' {
  interface Reconciler {
    createContainer(...args: unknown[]): object;
    updateContainer(element: unknown, root: object, parent: null, done: null): void;
  }
  export default function createReconciler(config: Record<string, unknown>): Reconciler;
}

declare module 'react-reconciler/constants.js' {
  export const ConcurrentRoot: number;
  export const DefaultEventPriority: number;
  export const DiscreteEventPriority: number;
  export const NoEventPriority: number;
}
