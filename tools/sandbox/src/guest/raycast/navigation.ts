import {
  createContext,
  createElement,
  Fragment,
  type ReactNode,
  useContext,
  useState,
} from 'react';

interface Pushed {
  key: number;
  view: ReactNode;
  onPop: (() => void) | undefined;
}

interface Navigation {
  push(view: ReactNode, onPop?: () => void): void;
  pop(): void;
}

const context = createContext<Navigation | null>(null);

/** What the host does with the views of a command. */
export interface ViewNavigator {
  /** Leaves the view on top; false where it is the only one. */
  pop(): boolean;
  popToRoot(): void;
}

/** All views of a command, one above the other: those below keep their state. */
export function Views({
  first,
  onReady,
  onLeave,
}: {
  first: ReactNode;
  onReady(navigator: ViewNavigator): void;
  onLeave(): void;
}): ReactNode {
  const [pushed, setPushed] = useState<readonly Pushed[]>([]);
  const pop = (): boolean => {
    const top = pushed.at(-1);
    if (top === undefined) return false;
    setPushed((all) => all.filter((one) => one !== top));
    top.onPop?.();
    return true;
  };
  onReady({ pop, popToRoot: () => setPushed([]) });
  const navigation: Navigation = {
    push: (view, onPop) =>
      setPushed((all) => [...all, { key: (all.at(-1)?.key ?? 0) + 1, view, onPop }]),
    pop: () => {
      if (!pop()) onLeave();
    },
  };
  const views = [{ key: 0, view: first }, ...pushed];
  return createElement(
    context.Provider,
    { value: navigation },
    views.map(({ key, view }) =>
      createElement('screen', { key, depth: key }, createElement(Fragment, null, view)),
    ),
  );
}

/** Moves between views. */
export function useNavigation(): Navigation {
  const navigation = useContext(context);
  if (navigation === null) throw new Error('useNavigation() is for views of a command.');
  return navigation;
}
