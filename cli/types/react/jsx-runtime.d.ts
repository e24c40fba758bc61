/** What the compiler turns JSX into. */
import type { FunctionComponent, Key, ReactElement } from 'react';

export { Fragment, type JSX } from 'react';

export declare function jsx<P>(
  component: FunctionComponent<P>,
  props: P,
  key?: Key,
): ReactElement<P>;
export declare const jsxs: typeof jsx;
