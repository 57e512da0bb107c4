import type { ExportNamedDeclaration, Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
import type { SourceFile } from '@ffsd/typescript';
import { removeListItem, removeStatements, scopesOf } from '@ffsd/typescript';
import { isPlainClass } from './remove-declared.ts';
import type { Site } from './site.ts';
import { isWithin } from './unused-in.ts';

/** How a file exports a name. */
export interface ExportSite {
  /** Where it is said. */
  readonly node: Node;
  /** `the function`, `the type`: what it is to a reader. */
  readonly noun: string;
  /** A specifier: of what another module exports, or of what this file declares elsewhere. */
  readonly passesOn: 'other' | 'own' | undefined;
  /** Where the file itself uses what it declares here, other exports of it included. Empty for a specifier. */
  readonly ownUses: readonly Node[];
  /**
   * What takes the export away: the whole declaration, or `export` alone while the file itself uses the name.
   *
   * @param mayDrop whether an initializer may go although it is a call
   * @returns undefined when something else would go with it, or the file would no longer be a module
   */
  remove(site: Site, mayDrop: (node: Node) => boolean): readonly Edit[] | undefined;
}

/** Undefined when it does not export the name, or in a way that is not known here: CommonJS, namespaces, patterns. */
export function exportSite(file: SourceFile, name: string): ExportSite | undefined {
  const { body } = file.tree.program;
  for (const statement of body) {
    if (statement.type === 'ExportNamedDeclaration') {
      const specifier = statement.specifiers.find(({ exported }) => exportedName(exported) === name);
      if (specifier) return specifierSite(file, statement, specifier);
    }
    if (statement.type === 'ExportDefaultDeclaration' && name === 'default') {
      const { declaration } = statement;
      const id = 'id' in declaration && declaration.id?.type === 'Identifier' ? declaration.id.name : undefined;
      const isExpression = !/Declaration$|^TSDeclareFunction$/.test(declaration.type);
      return declarationSite(file, [{ statement, declaration }], isExpression ? undefined : id);
    }
  }
  const exported = body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    return declaration && declares(file, declaration, name) ? [{ statement, declaration }] : [];
  });
  return exported.length > 0 ? declarationSite(file, exported, name) : undefined;
}

function exportedName(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : node.type === 'StringLiteral' ? node.value : undefined;
}

function declares(file: SourceFile, declaration: Node, name: string): boolean {
  const bindings = scopesOf(file).scope.names.get(name) ?? [];
  return bindings.some(({ declarations }) => declarations.some((one) => isWithin(one, declaration)));
}

function specifierSite(file: SourceFile, statement: ExportNamedDeclaration, specifier: Node): ExportSite {
  const { specifiers } = statement;
  return {
    node: specifier,
    noun: 'the export',
    passesOn: statement.source ? 'other' : 'own',
    ownUses: [],
    remove() {
      if (specifiers.length > 1) return removeListItem(file, specifiers, specifiers.indexOf(specifier as never));
      return staysModule(file, [statement]) ? removeStatements(file, statement, statement) : undefined;
    },
  };
}

interface Exported {
  readonly statement: Statement;
  readonly declaration: Node;
}

function declarationSite(file: SourceFile, all: readonly Exported[], name: string | undefined): ExportSite {
  const owners = all.map(({ declaration }) => ownerOf(declaration, name));
  const bindings = name === undefined ? [] : (scopesOf(file).scope.names.get(name) ?? []);
  const ownUses = bindings
    .flatMap(({ references }) => references.map(({ node }) => node))
    .filter((node) => !owners.some((owner) => isWithin(node, owner)));
  const statements = all.map(({ statement }) => statement);
  // A declaration of the name that is not exported, such as an interface that adds to a class, would be left alone.
  const isWhole = bindings.every(({ declarations }) =>
    declarations.every((declaration) => owners.some((owner) => isWithin(declaration, owner))),
  );
  return {
    node: all[0]!.statement,
    noun: nounOf(all.at(-1)!.declaration),
    passesOn: undefined,
    ownUses,
    remove(site, mayDrop) {
      if (!isWhole || !staysModule(file, statements)) return undefined;
      if (ownUses.length > 0) {
        return all.map(({ statement, declaration }) => ({
          start: statement.start!,
          end: declaration.start!,
          text: '',
        }));
      }
      return all.every(({ declaration }) => isInert(site, declaration, name, mayDrop))
        ? wholly(file, all, name)
        : undefined;
    },
  };
}

/** The declarator of the name, where a statement declares several. */
function ownerOf(declaration: Node, name: string | undefined): Node {
  if (declaration.type !== 'VariableDeclaration') return declaration;
  return declaration.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name) ?? declaration;
}

function wholly(file: SourceFile, all: readonly Exported[], name: string | undefined): readonly Edit[] | undefined {
  const [{ statement: first, declaration } = {}] = all as [Partial<Exported>];
  if (declaration?.type === 'VariableDeclaration' && declaration.declarations.length > 1) {
    const { declarations } = declaration;
    const index = declarations.indexOf(ownerOf(declaration, name) as never);
    return all.length === 1 ? removeListItem(file, declarations, index) : undefined;
  }
  // Overloads, and a constant with a type of its name, go together if they stand together.
  const { body } = file.tree.program;
  const start = body.indexOf(first!);
  return all.every(({ statement }, index) => body[start + index] === statement)
    ? removeStatements(file, first!, all.at(-1)!.statement)
    : undefined;
}

/** Whether nothing happens where the declaration stands. */
function isInert(site: Site, declaration: Node, name: string | undefined, mayDrop: (node: Node) => boolean): boolean {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'TSEnumDeclaration':
    case 'InterfaceDeclaration':
    case 'TypeAlias':
      return true;
    case 'ClassDeclaration':
      return isPlainClass(site, declaration);
    case 'VariableDeclaration': {
      const owner = ownerOf(declaration, name);
      return owner.type === 'VariableDeclarator' && (!owner.init || site.isPure(owner.init) || mayDrop(owner.init));
    }
    default:
      return /^(?:TSModule|Export|Declare|Enum|Opaque)/.test(declaration.type)
        ? false
        : site.isPure(declaration) || mayDrop(declaration);
  }
}

/** A file without any import or export is a script, and shares its names with all others. */
function staysModule(file: SourceFile, gone: readonly Statement[]): boolean {
  return file.tree.program.body.some(
    (statement) =>
      !gone.includes(statement) && /^(?:Import|Export|TSImportEquals|TSExportAssignment)/.test(statement.type),
  );
}

function nounOf(declaration: Node): string {
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return 'the function';
    case 'ClassDeclaration':
      return 'the class';
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
    case 'InterfaceDeclaration':
    case 'TypeAlias':
      return 'the type';
    case 'TSEnumDeclaration':
      return 'the enum';
    default: {
      const init =
        declaration.type === 'VariableDeclaration' ? declaration.declarations[0]?.init?.type : declaration.type;
      return /Function/.test(init ?? '') ? 'the function' : 'the constant';
    }
  }
}
