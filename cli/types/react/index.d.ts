/** As much of React as command extensions need. A project that installs `@types/react` uses that instead. */

export type Key = string | number;

export interface ReactElement<P = unknown> {
  readonly type: string | FunctionComponent<never>;
  readonly props: P;
  readonly key: Key | null;
}

export type ReactNode =
  ReactElement | string | number | bigint | boolean | null | undefined | Iterable<ReactNode>;

/** A function that renders. */
export interface FunctionComponent<P = object> {
  (props: P): ReactNode;
  displayName?: string;
}
export type FC<P = object> = FunctionComponent<P>;
export type ComponentType<P = object> = FunctionComponent<P>;
export type PropsWithChildren<P = unknown> = P & { children?: ReactNode };
export type ComponentProps<C> = C extends FunctionComponent<infer P> ? P : never;

export interface RefObject<T> {
  current: T;
}
export type MutableRefObject<T> = RefObject<T>;
export type Ref<T> = RefObject<T | null> | ((value: T | null) => void) | null;

export type SetStateAction<S> = S | ((before: S) => S);
export type Dispatch<A> = (action: A) => void;
export type DependencyList = readonly unknown[];
export type EffectCallback = () => void | (() => void);

export declare function useState<S>(initial: S | (() => S)): [S, Dispatch<SetStateAction<S>>];
export declare function useState<S = undefined>(): [
  S | undefined,
  Dispatch<SetStateAction<S | undefined>>,
];
export declare function useEffect(effect: EffectCallback, dependencies?: DependencyList): void;
export declare function useLayoutEffect(
  effect: EffectCallback,
  dependencies?: DependencyList,
): void;
export declare function useMemo<T>(make: () => T, dependencies: DependencyList): T;
export declare function useCallback<F extends (...args: never[]) => unknown>(
  callback: F,
  dependencies: DependencyList,
): F;
export declare function useRef<T>(initial: T): RefObject<T>;
export declare function useRef<T>(initial: T | null): RefObject<T | null>;
export declare function useRef<T = undefined>(): RefObject<T | undefined>;
export declare function useReducer<S, A>(
  reducer: (state: S, action: A) => S,
  initial: S,
): [S, Dispatch<A>];
export declare function useReducer<S, A, I>(
  reducer: (state: S, action: A) => S,
  argument: I,
  make: (argument: I) => S,
): [S, Dispatch<A>];
export declare function useContext<T>(context: Context<T>): T;
export declare function useId(): string;
export declare function useTransition(): [boolean, (action: () => void) => void];
export declare function useDeferredValue<T>(value: T): T;
export declare function useSyncExternalStore<T>(
  subscribe: (changed: () => void) => () => void,
  snapshot: () => T,
): T;

export interface Context<T> {
  Provider: FunctionComponent<{ value: T; children?: ReactNode }>;
  Consumer: FunctionComponent<{ children: (value: T) => ReactNode }>;
}
export declare function createContext<T>(initial: T): Context<T>;
export declare function memo<P>(component: FunctionComponent<P>): FunctionComponent<P>;
export declare function createElement<P>(
  component: FunctionComponent<P>,
  props?: (P & { key?: Key }) | null,
  ...children: ReactNode[]
): ReactElement<P>;
export declare function isValidElement(value: unknown): value is ReactElement;
export declare const Fragment: FunctionComponent<{ children?: ReactNode }>;
export declare const Suspense: FunctionComponent<{ fallback?: ReactNode; children?: ReactNode }>;
export declare const Children: {
  toArray(children: ReactNode): ReactNode[];
  map<T>(children: ReactNode, change: (child: ReactNode, at: number) => T): T[];
  count(children: ReactNode): number;
};

/** How JSX is checked: there are components, and no elements of a browser. */
export declare namespace JSX {
  type ElementType = FunctionComponent<never>;
  type Element = ReactElement;
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicAttributes {
    key?: Key | null | undefined;
  }
  interface IntrinsicElements {}
}

export * as default from './index';
