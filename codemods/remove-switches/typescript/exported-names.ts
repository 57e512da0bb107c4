import type { SourceFile } from '@ffsd/typescript';
import { scopesOf } from '@ffsd/typescript';

/** The names that the file exports as an ES module: `default` among them, and `*` where it passes on another module. */
export function exportedNames(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of file.tree.program.body) {
    switch (statement.type) {
      case 'ExportAllDeclaration':
      case 'TSExportAssignment':
        names.add('*');
        break;
      case 'ExportDefaultDeclaration':
        names.add('default');
        break;
      case 'ExportNamedDeclaration':
        for (const { exported } of statement.specifiers) {
          names.add(exported.type === 'StringLiteral' ? exported.value : exported.name);
        }
        break;
    }
  }
  const { scope } = scopesOf(file);
  for (const [name, bindings] of scope.names) if (bindings.some(({ exported }) => exported)) names.add(name);
  return names;
}
