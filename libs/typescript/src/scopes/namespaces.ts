import type { Node, Statement, TSEnumDeclaration, TSModuleDeclaration } from '@babel/types';
import type { Analysis, Handlers, MutableScope } from './analysis.ts';
import { namespace, value } from './binding.ts';

export const namespaces: Handlers = {
  TSEnumDeclaration(node: TSEnumDeclaration, scope, analysis) {
    const binding = analysis.declare(scope, node.id.name, node.id, 'enum');
    const inner = analysis.scope('enum', node, scope);
    binding.members ??= new Map();
    inner.names = binding.members;
    for (const member of node.members) {
      analysis.inside.set(member, inner);
      const name = member.id.type === 'Identifier' ? member.id.name : member.id.value;
      analysis.declare(inner, name, member.id, 'enum-member');
      analysis.visit(member.initializer, inner);
    }
  },
  TSModuleDeclaration: visitNamespace,
};

function visitNamespace(node: TSModuleDeclaration, scope: MutableScope, analysis: Analysis): void {
  const inner = declareNamespace(node, scope, analysis);
  if (node.declare) inner.ambient = true;
  // Babel leaves out the body of `declare module '*.svg';`.
  const body = node.body as TSModuleDeclaration['body'] | undefined;
  if (!body) return;
  analysis.inside.set(body, inner);
  if (body.type === 'TSModuleDeclaration') {
    // In `namespace A.B {}` the inner one is exported without saying so.
    const outer = analysis.exportScope;
    analysis.exportScope = inner;
    visitNamespace(body, inner, analysis);
    analysis.exportScope = outer;
    return;
  }
  inner.exportsAll = inner.kind === 'global-augmentation' || (inner.ambient && !body.body.some(saysWhatItExports));
  analysis.visitAll(body.body, inner);
}

function declareNamespace(node: TSModuleDeclaration, scope: MutableScope, analysis: Analysis): MutableScope {
  if (node.id.type === 'StringLiteral') {
    const inner = analysis.scope('ambient-module', node, scope);
    inner.shared = analysis.ambientModules.get(node.id.value) ?? new Map();
    analysis.ambientModules.set(node.id.value, inner.shared);
    return inner;
  }
  if (node.global || node.kind === 'global') {
    const inner = analysis.scope('global-augmentation', node, scope);
    let global = scope;
    while (global.parent) global = global.parent;
    inner.shared = analysis.namesOf(global);
    return inner;
  }
  const meaning = hasValue(node.body) ? value | namespace : namespace;
  const binding = analysis.declare(scope, node.id.name, node.id, 'namespace', meaning);
  const inner = analysis.scope('namespace', node, scope);
  binding.members ??= new Map();
  inner.shared = binding.members;
  return inner;
}

/** A namespace that holds only types does not exist when the program runs. */
function hasValue(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case undefined:
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'ImportDeclaration':
      return false;
    case 'TSImportEqualsDeclaration':
      return node.isExport === true;
    case 'TSModuleDeclaration':
      return hasValue(node.body);
    case 'TSModuleBlock':
      return node.body.some(hasValue);
    case 'ExportNamedDeclaration':
      return node.declaration ? hasValue(node.declaration) : node.exportKind !== 'type';
    default:
      return true;
  }
}

function saysWhatItExports(statement: Statement): boolean {
  switch (statement.type) {
    case 'ExportAllDeclaration':
    case 'ExportDefaultDeclaration':
    case 'TSExportAssignment':
      return true;
    case 'ExportNamedDeclaration':
      return !statement.declaration;
    default:
      return false;
  }
}
