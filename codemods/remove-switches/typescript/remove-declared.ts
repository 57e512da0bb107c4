import type { Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import { removeListItem } from '@ffsd/typescript';
import { removeStatement } from './remove-statement.ts';
import type { Site } from './site.ts';

interface Declared {
  readonly kind: string;
  readonly declarations: readonly Node[];
  readonly references: readonly { readonly node: Node }[];
}

/**
 * Removes the declaration of a name that nothing uses any more.
 *
 * @param mayDrop whether an initializer may go although it is a call; it gets the call
 * @returns undefined when something other than the name would go with it, or the name is exported
 */
export function removeDeclared(
  site: Site,
  { declarations, references }: Declared,
  mayDrop: (node: Node) => boolean = () => false,
): readonly Edit[] | undefined {
  const [identifier] = declarations;
  if (!identifier || declarations.length !== 1 || references.length > 0) return undefined;
  const drops = (node: Node) => site.isPure(node) || mayDrop(node);
  const owner = site.parents.parent(identifier);
  if (!owner) return undefined;
  switch (owner.type) {
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return removeImport(site, owner);
    case 'VariableDeclarator':
      return owner.id === identifier && (!owner.init || drops(owner.init)) ? removeDeclarator(site, owner) : undefined;
    case 'FunctionDeclaration':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      // A parameter hangs on the function, too: only the name of the function takes it along.
      return owner.id === identifier && isStatement(site, owner) ? statementRemoval(site, owner) : undefined;
    case 'ClassDeclaration':
      return owner.id === identifier && isStatement(site, owner) && isPlainClass(site, owner)
        ? statementRemoval(site, owner)
        : undefined;
    case 'TSEnumDeclaration':
      return owner.id === identifier && isStatement(site, owner) && !owner.declare
        ? statementRemoval(site, owner)
        : undefined;
    case 'ObjectProperty':
    case 'AssignmentPattern':
      return removeFromPattern(site, owner, drops);
    case 'ArrayPattern':
      return removeFromArray(site, owner, identifier, drops);
    case 'CatchClause':
      return [{ start: owner.start! + 'catch'.length, end: owner.body.start!, text: ' ' }];
    default:
      return undefined;
  }
}

/** A specifier, or the whole declaration when it was the last one. */
function removeImport(site: Site, specifier: Node): readonly Edit[] | undefined {
  const declaration = site.parents.parent(specifier);
  if (declaration?.type !== 'ImportDeclaration') return undefined;
  const { specifiers } = declaration;
  if (specifiers.length === 1) return statementRemoval(site, declaration);
  const { text } = site.file;
  const named = specifiers.filter(({ type }) => type === 'ImportSpecifier');
  if (specifier.type === 'ImportSpecifier' && named.length > 1) {
    return removeListItem(site.file, named, named.indexOf(specifier));
  }
  if (specifier.type === 'ImportDefaultSpecifier') {
    // `import A, { b } from 'm'` loses `A, `.
    const open = text.slice(specifier.end!).search(/[{*]/) + specifier.end!;
    return [{ start: specifier.start!, end: open, text: '' }];
  }
  // `import A, { b } from 'm'` loses `, { b }`; `import A, * as b` loses `, * as b`.
  const first = specifiers[0]!;
  const end = specifier.type === 'ImportSpecifier' ? text.indexOf('}', specifier.end!) + 1 : specifier.end!;
  return [{ start: first.end!, end, text: '' }];
}

function removeDeclarator(site: Site, declarator: Node & { type: 'VariableDeclarator' }): readonly Edit[] | undefined {
  const declaration = site.parents.parent(declarator);
  if (declaration?.type !== 'VariableDeclaration') return undefined;
  const owner = site.parents.parent(declaration);
  if (declaration.declarations.length > 1) {
    return removeListItem(site.file, declaration.declarations, declaration.declarations.indexOf(declarator));
  }
  if (owner?.type === 'ExportNamedDeclaration' || /^For/.test(owner?.type ?? '')) return undefined;
  return statementRemoval(site, declaration);
}

/** Takes a name out of `{ a, b } = …`; with the last one the whole declaration goes, if its initializer may. */
function removeFromPattern(site: Site, holder: Node, drops: (node: Node) => boolean): readonly Edit[] | undefined {
  const property = holder.type === 'AssignmentPattern' ? site.parents.parent(holder) : holder;
  if (holder.type === 'AssignmentPattern' && !drops(holder.right)) return undefined;
  if (property?.type === 'ArrayPattern') return removeFromArray(site, property, holder, drops);
  if (property?.type !== 'ObjectProperty' || (property.computed && !drops(property.key))) return undefined;
  const pattern = site.parents.parent(property);
  if (pattern?.type !== 'ObjectPattern' || pattern.properties.some(({ type }) => type === 'RestElement'))
    return undefined;
  if (pattern.properties.length > 1) {
    return removeListItem(site.file, pattern.properties, pattern.properties.indexOf(property));
  }
  // `uiConfig: { limits }` without its last name asks for nothing any more.
  const owner = site.parents.parent(pattern);
  if (owner?.type === 'ObjectProperty' || owner?.type === 'AssignmentPattern')
    return removeFromPattern(site, owner, drops);
  return removePattern(site, pattern, drops);
}

function removeFromArray(
  site: Site,
  pattern: Node,
  element: Node,
  drops: (node: Node) => boolean,
): readonly Edit[] | undefined {
  if (pattern.type !== 'ArrayPattern') return undefined;
  const index = pattern.elements.indexOf(element as never);
  const others = pattern.elements.filter((one) => one !== null && one !== element);
  if (others.length === 0) return removePattern(site, pattern, drops);
  const last = index === pattern.elements.length - 1;
  if (!last) return [{ start: element.start!, end: element.end!, text: '' }];
  const previous = pattern.elements[index - 1];
  return previous ? [{ start: previous.end!, end: element.end!, text: '' }] : undefined;
}

/** Removes the declaration whose pattern this is, when its initializer may go. */
export function removePattern(site: Site, pattern: Node, drops: (node: Node) => boolean): readonly Edit[] | undefined {
  const declarator = site.parents.parent(pattern);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== pattern || !declarator.init) return undefined;
  return drops(declarator.init) ? removeDeclarator(site, declarator) : undefined;
}

/** A class whose definition runs nothing: no static fields or blocks, no decorators, a plain superclass. */
export function isPlainClass(site: Site, node: Node & { type: 'ClassDeclaration' }): boolean {
  if (node.decorators?.length || (node.superClass && !site.isPure(node.superClass))) return false;
  return node.body.body.every((member) => {
    if (member.type === 'StaticBlock') return false;
    if ('decorators' in member && member.decorators?.length) return false;
    if ('computed' in member && member.computed) return false;
    return !(
      'static' in member &&
      member.static &&
      'value' in member &&
      member.value &&
      !site.isPure(member.value as Node)
    );
  });
}

function isStatement(site: Site, node: Node): boolean {
  const owner = site.parents.parent(node)?.type ?? '';
  return owner === 'Program' || owner === 'BlockStatement' || owner === 'TSModuleBlock' || owner === 'SwitchCase';
}

function statementRemoval(site: Site, statement: Node): readonly Edit[] | undefined {
  const result = removeStatement(site, statement as Statement);
  return result.kind === 'edits' ? result.edits : undefined;
}
