import type { AnyNode, SourceFile } from '@ffsd/python';
import { isPure, walk } from '@ffsd/python';

const reading = new Set(
  'startswith endswith get items keys values lower upper strip split count index find isdigit'.split(' '),
);

/** The reading methods that an expression calls, when it would be pure but for them. They could be anything; by their names they read. */
export function readingMethodsOf(node: AnyNode, file: SourceFile): readonly string[] | undefined {
  const methods = new Set<string>();
  let doubtful = false;
  walk(node, (inner) => {
    switch (inner.type) {
      case 'Call': {
        const name = inner.func.type === 'Attribute' ? inner.func.attr.value : '';
        if (reading.has(name)) methods.add(`${name}()`);
        else if (!isPure(inner, file, 'members')) doubtful = true;
        break;
      }
      case 'Name':
        // A name that may have no value raises.
        doubtful ||=
          inner.parent?.type !== 'Attribute' && inner.parent?.type !== 'Arg' && !isPure(inner, file, 'members');
        break;
      case 'Await':
      case 'Yield':
      case 'NamedExpr':
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp':
        doubtful = true;
    }
  });
  return doubtful || methods.size === 0 ? undefined : [...methods];
}
