import type { Node, Statement } from '@babel/types';
import { skip, walk } from './walk.ts';

/** What a statement of a module declares on its level and exports, each name with how: `const a`, `var b`, `export c`. A name may come twice. */
export function hoistedNames(statement: Statement): readonly string[] {
  const names: string[] = [];
  if (statement.type === 'ExportDefaultDeclaration') names.push('export default');
  if (statement.type === 'ExportAllDeclaration') return names;
  if (statement.type === 'ExportNamedDeclaration') {
    for (const { exported } of statement.specifiers)
      names.push(`export ${exported.type === 'StringLiteral' ? exported.value : exported.name}`);
  }
  const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
  const declaration = isExport ? statement.declaration : statement;
  if (!declaration) return names;
  const declared = [...namesOfDeclaration(declaration), ...nestedVars(declaration)];
  names.push(...declared);
  if (statement.type === 'ExportNamedDeclaration') names.push(...declared.map((name) => `export ${name}`));
  return names;
}

function namesOfDeclaration(node: Node): readonly string[] {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.kind === 'var' ? [] : node.declarations.flatMap(({ id }) => namesIn(id, node.kind));
    case 'ImportDeclaration':
      return node.specifiers.map(({ local }) => `import ${local.name}`);
    default:
      // Functions, classes, types, enums, namespaces: whatever has a name of its own.
      return 'id' in node && node.id && (node.id as Node).type === 'Identifier'
        ? namesIn(node.id as Node, node.type)
        : [];
  }
}

/** `var` is declared for the whole module wherever it stands outside of functions; a function in a block may be, too. */
function nestedVars(declaration: Node): readonly string[] {
  const names: string[] = [];
  walk(declaration, (node) => {
    if (node.type === 'VariableDeclaration' && node.kind === 'var') {
      names.push(...node.declarations.flatMap(({ id }) => namesIn(id, 'var')));
    }
    if (node.type === 'FunctionDeclaration' && node !== declaration && node.id) names.push(`inner ${node.id.name}`);
    return hasOwnVars(node) ? skip : undefined;
  });
  return names;
}

function hasOwnVars({ type }: Node): boolean {
  return /Function|Method/.test(type) || type === 'StaticBlock' || type === 'TSModuleBlock';
}

/** Names in default values are taken along: a name too many only costs a whole parse. */
function namesIn(pattern: Node, kind: string): readonly string[] {
  const names: string[] = [];
  walk(pattern, (node) => {
    if (node.type === 'Identifier') names.push(`${kind} ${node.name}`);
  });
  return names;
}
