import type {
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  ImportDeclaration,
  Node,
  TSExportAssignment,
  TSImportEqualsDeclaration,
} from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { anyMeaning, namespace } from './binding.ts';

export const importsAndExports: Handlers = {
  ImportDeclaration(node: ImportDeclaration, scope, analysis) {
    for (const specifier of node.specifiers) {
      const isType = isTypeKind(node.importKind) || ('importKind' in specifier && isTypeKind(specifier.importKind));
      analysis.declare(scope, specifier.local.name, specifier.local, isType ? 'import-type' : 'import');
    }
  },
  ExportNamedDeclaration(node: ExportNamedDeclaration, scope, analysis) {
    exporting(node.declaration, scope, analysis);
    if (node.source) return;
    for (const specifier of node.specifiers) {
      if (specifier.type !== 'ExportSpecifier' || specifier.local.type !== 'Identifier') continue;
      const type = isTypeKind(node.exportKind) || isTypeKind(specifier.exportKind);
      analysis.refer(specifier.local, scope, anyMeaning, { export: true, read: !type, type });
    }
  },
  ExportDefaultDeclaration(node: ExportDefaultDeclaration, scope, analysis) {
    exportValue(node.declaration, scope, analysis);
  },
  ExportAllDeclaration() {},
  TSExportAssignment(node: TSExportAssignment, scope, analysis) {
    exportValue(node.expression, scope, analysis);
  },
  TSImportEqualsDeclaration(node: TSImportEqualsDeclaration, scope, analysis) {
    const outer = analysis.exportScope;
    if (node.isExport) analysis.exportScope = scope;
    analysis.declare(scope, node.id.name, node.id, node.importKind === 'type' ? 'import-type' : 'import');
    analysis.exportScope = outer;
    if (node.moduleReference.type === 'TSExternalModuleReference') return;
    let head = node.moduleReference;
    const isQualified = head.type === 'TSQualifiedName';
    while (head.type === 'TSQualifiedName') head = head.left;
    if (head.type === 'Identifier') {
      analysis.refer(head, scope, isQualified ? namespace : anyMeaning, { read: true, export: node.isExport ?? false });
    }
  },
  TSNamespaceExportDeclaration() {},
};

/** `export default X` and `export = X` export everything that the name stands for, a type too. */
function exportValue(node: Node, scope: MutableScope, analysis: Analysis): void {
  if (node.type === 'Identifier') analysis.refer(node, scope, anyMeaning, { export: true, read: true });
  else exporting(node, scope, analysis);
}

function exporting(node: Node | null | undefined, scope: MutableScope, analysis: Analysis): void {
  const outer = analysis.exportScope;
  analysis.exportScope = scope;
  analysis.visit(node, scope);
  analysis.exportScope = outer;
}

function isTypeKind(kind: string | null | undefined): boolean {
  return kind === 'type' || kind === 'typeof';
}
