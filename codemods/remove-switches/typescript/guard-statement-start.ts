import type { Node, Statement } from '@babel/types';
import type { Edit } from '@ffsd/edits';
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

/**
 * The `;` that the statement behind needs when the last of what stays here has none.
 *
 * ```text
 * if (on) { rows.push(first) }
 * (rows[1] || log)('done')       =>      rows.push(first) ⏎ (rows[1] || log)('done')     // oops! calls what push returns
 * ```
 *
 * @param whole the statement that is replaced
 * @param last the last statement of what takes its place
 */
export function guardNextStatement(site: Site, whole: Node, last: Statement | undefined): readonly Edit[] {
  const owner = site.parents.parent(whole);
  const list = owner && statementsOf(owner);
  const next = list?.[list.indexOf(whole as Statement) + 1];
  if (!next || !last || !/^[([`+\-/]/.test(site.file.text[next.start!]!) || !continues(site, last)) return [];
  return [{ start: next.start!, end: next.start!, text: ';' }];
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
