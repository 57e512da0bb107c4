import type { AnyNode } from '@ffsd/python';
import { dottedName } from '@ffsd/python';

/**
 * Whether a test gives something only because something must be given: `sentinel.compact`, `Mock()`, `None`, `object()`. It says that
 * the value is handed on, or nothing at all, and not what the code does with one.
 */
export function isFiller(node: AnyNode): boolean {
  switch (node.type) {
    case 'Name':
      return node.value === 'None';
    case 'Attribute':
      return /(?:^|\.)sentinel\.\w+$/.test(dottedName(node) ?? '');
    case 'Call':
      return /(?:^|\.)(?:(?:Magic|Async|NonCallable)?Mock|create_autospec|object|Any)$/.test(
        dottedName(node.func) ?? '',
      );
    default:
      return false;
  }
}
