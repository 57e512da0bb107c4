import type { AnyNode } from 'libcst-wasm';

/** What an expression is used for, by its place alone. */
export type Usage = 'read' | 'call' | 'write' | 'delete';

export function usageOf(node: AnyNode): Usage {
  const { parent } = node;
  switch (parent?.type) {
    case 'Call':
      return parent.func === node ? 'call' : 'read';
    case 'Decorator':
      return 'call';
    case 'AssignTarget':
    case 'AsName':
      return 'write';
    case 'AnnAssign':
    case 'AugAssign':
    case 'For':
    case 'CompFor':
    case 'NamedExpr':
      return parent.target === node ? 'write' : 'read';
    case 'Del':
      return 'delete';
    case 'Element':
    case 'StarredElement': {
      // (a.x, a.y) = …
      const list = parent.parent;
      return list?.type === 'Tuple' || list?.type === 'List' ? usageOfPart(list) : 'read';
    }
    default:
      return 'read';
  }
}

function usageOfPart(list: AnyNode): Usage {
  const usage = usageOf(list);
  return usage === 'write' || usage === 'delete' ? usage : 'read';
}
