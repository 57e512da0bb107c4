import type { AnyNode, ClassDef, FunctionDef, SourceFile } from '@ffsd/python';
import { docstringOf } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether a test file has nothing beside the test but imports and marks, so that it has no use without it. What other tests import from
 * it, they name by its name.
 */
export function isAllOf(workspace: Workspace, file: SourceFile, node: FunctionDef | ClassDef): boolean {
  const name = file.path.split('/').at(-1)!.replace(/\.py$/, '');
  if (!/^test_|_tests?$/.test(name)) return false;
  const documentation = docstringOf(file.tree as never);
  const lines = file.tree.body as readonly AnyNode[];
  const isBeside = lines.every((line) => line === node || line === documentation || isHead(line));
  if (!isBeside) return false;
  const word = new RegExp(`(?<![\\w.])(?:\\w+\\.)*${name}(?!\\w)`);
  return workspace
    .search([name])
    .every((path) => path === file.path || !path.endsWith('.py') || !word.test(workspace.read(path) ?? ''));
}

function isHead(line: AnyNode): boolean {
  return (
    line.type === 'SimpleStatementLine' &&
    line.body.every((one) => {
      if (one.type === 'Import' || one.type === 'ImportFrom') return true;
      return (
        one.type === 'Assign' &&
        one.targets.every(({ target }) => target.type === 'Name' && target.value === 'pytestmark')
      );
    })
  );
}
