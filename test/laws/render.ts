/** A part of a view: what the JSX of a case is compiled to. */
export interface Element {
  readonly type: unknown;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly unknown[];
}

/** Marks `<>…</>`. */
export const Fragment = 'fragment';

/** The JSX factory. */
export function h(type: unknown, props: Readonly<Record<string, unknown>> | null, ...children: unknown[]): Element {
  return { type, props: props ?? {}, children };
}

/**
 * What a user sees, as React would show it: components are called, `null`, `undefined`, `true` and `false` print nothing, and
 * texts that stand side by side are one text.
 */
export function render(view: unknown): string {
  if (view === null || view === undefined || typeof view === 'boolean') return '';
  if (Array.isArray(view)) return view.map(render).join('');
  if (!isElement(view)) return String(view);
  const { type, props, children } = view;
  if (typeof type === 'function') return render(type({ ...props, ...(children.length > 0 && { children }) }));
  if (type === Fragment) return children.map(render).join('');
  const attributes = Object.entries(props).map(([name, value]) => ` ${name}={${attribute(value)}}`);
  return `<${String(type)}${attributes.join('')}>${children.map(render).join('')}</${String(type)}>`;
}

function attribute(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(attribute).join(', ')}]`;
  if (isElement(value)) return render(value);
  return typeof value === 'function' ? '[function]' : JSON.stringify(value);
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'type' in value && 'children' in value;
}
