import type { Node, Statement } from '@babel/types';
import type { Site } from './site.ts';

/**
 * The `;` that must stand before a statement in code without semicolons.
 *
 * ```text
 * const a = b                     const a = b
 * if (on) { [x].forEach(f) }  =>  [x].forEach(f)      // oops! b[x].forEach(f)
 * ```
 *
 * @param statement the statement at whose place the text will stand
 * @param text what will stand there; its first character decides
 * @param upTo the last statement that goes with it, when what follows moves up
 */
export function guardStatementStart(site: Site, statement: Node, text: string): '' | ';' {
  if (!/^[([`+\-/]/.test(text)) return '';
  const previous = previousStatement(site, statement);
  return previous && continues(site, previous) ? ';' : '';
}

export function previousStatement(site: Site, statement: Node): Statement | undefined {
  const parent = site.parents.parent(statement);
  const index = site.parents.index(statement);
  const list = parent && statementsOf(parent);
  return index > 0 ? list?.[index - 1] : undefined;
}

/** The statements of which the node is the direct owner. */
export function statementsOf(node: Node): readonly Statement[] | undefined {
  switch (node.type) {
    case 'Program':
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return undefined;
  }
}

/** Whether the text of a statement would go on into the next line. */
function continues(site: Site, statement: Statement): boolean {
  if (site.file.text[statement.end! - 1] === ';') return false;
  switch (statement.type) {
    case 'BlockStatement':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
    case 'SwitchStatement':
    case 'TryStatement':
    case 'TSInterfaceDeclaration':
    case 'TSEnumDeclaration':
    case 'TSModuleDeclaration':
      return false;
    case 'IfStatement':
      return continues(site, statement.alternate ?? statement.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'LabeledStatement':
      return continues(site, statement.body);
    default:
      return true;
  }
}
