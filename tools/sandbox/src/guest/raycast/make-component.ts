import { createElement, Fragment, type FunctionComponent, type ReactNode } from 'react';

type Props = Record<string, unknown> & { children?: ReactNode };

/**
 * A component that is an element of the view. What props hold that is rendered itself (`actions`, `detail`) becomes
 * a child, in a `slot` by the name of the prop.
 */
export function makeComponent(
  type: string,
  slots: readonly string[] = [],
): FunctionComponent<Props> {
  const component = ({ children, ...props }: Props) => {
    const filled = slots.filter((name) => isRendered(props[name]));
    const own = Object.fromEntries(Object.entries(props).filter(([name]) => !slots.includes(name)));
    return createElement(
      type,
      own,
      createElement(Fragment, { key: 'children' }, children),
      ...filled.map((name) =>
        createElement('slot', { key: `slot ${name}`, name }, props[name] as ReactNode),
      ),
    );
  };
  component.displayName = type;
  return component;
}

function isRendered(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Components that belong to another one, as `List.Item` does. */
export function withParts<C extends object, P extends object>(component: C, parts: P): C & P {
  return Object.assign(component, parts);
}
