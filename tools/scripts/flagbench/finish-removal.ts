import ts from 'typescript';
import { isUnused, programOf } from './diagnose.ts';

/**
 * The person's text without the declarations that lost their last use by the person's own work: a careful person, or the next run of
 * a linter, would have deleted them, too.
 */
export function finishRemoval(path: string, before: string, after: string): string {
  const unusedBefore = new Set(unusedIn(path, before).map(({ name }) => name));
  let text = after;
  // Each round may take the last use from others; a file whose rounds do not end is left as it is.
  for (let round = 0; round < 20; round++) {
    const spans = unusedIn(path, text).filter(({ name }) => !unusedBefore.has(name));
    if (spans.length === 0) return text;
    const last = spans.reduce((a, b) => (b.start > a.start ? b : a));
    text = text.slice(0, last.start) + text.slice(last.end);
  }
  return text;
}

interface Unused {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function unusedIn(path: string, text: string): readonly Unused[] {
  const name = `/${path}`;
  const program = programOf(new Map([[name, text]]));
  const source = program.getSourceFile(name)!;
  if (program.getSyntacticDiagnostics(source).length > 0) return [];
  return program
    .getSemanticDiagnostics(source)
    .filter(({ code }) => isUnused(code))
    .flatMap((diagnostic) => {
      const declaration = declarationAt(source, diagnostic.start!);
      if (!declaration) return [];
      const end = text[declaration.end] === ',' ? declaration.end + 1 : declaration.end;
      return [{ name: String(diagnostic.messageText), start: declaration.getStart(source), end }];
    });
}

/** The whole declaration around an unused name; undefined for parameters, which a person may well keep. */
function declarationAt(source: ts.SourceFile, offset: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  function visit(node: ts.Node): void {
    if (offset < node.getStart(source) || offset >= node.end) return;
    if (ts.isParameter(node)) {
      // Not the function around it, which was found on the way down.
      found = undefined;
      return;
    }
    if (isDeclaration(node)) found = node;
    ts.forEachChild(node, visit);
  }
  visit(source);
  if (!found) return undefined;
  const list = found.parent;
  const isAlone =
    (ts.isVariableDeclarationList(list) && list.declarations.length === 1) ||
    (ts.isNamedImports(list) && list.elements.length === 1 && list.parent.name === undefined);
  if (!isAlone) return found;
  return ts.isVariableDeclarationList(list) ? list.parent : list.parent.parent;
}

function isDeclaration(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) ||
    ts.isImportSpecifier(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}
