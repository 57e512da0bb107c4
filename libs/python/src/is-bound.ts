import type { AnyNode, BaseSmallStatement, BaseSuite, Name } from 'libcst-wasm';
import type { SourceFile } from './parse.ts';
import type { Binding } from './scopes/binding.ts';
import { scopesOf } from './scopes.ts';

/**
 * True when the name certainly has a value where it is read, so that reading it raises no NameError: a parameter, or a name that a
 * statement above binds on every way. What a function reads of the scopes around it is taken to be there when the function is
 * called, if those bind it on every way at all.
 */
export function isBound(node: Name, file: SourceFile): boolean {
  const { binding } = scopesOf(file).referenceOf(node) ?? {};
  if (!binding || binding.references.some(({ deletion }) => deletion)) return false;
  switch (binding.kind) {
    case 'parameter':
    case 'type-parameter':
      return true;
    case 'exception':
      return false;
  }
  if (binding.scope.kind === 'comprehension') return true;
  return isBoundAbove(node, binding);
}

function isBoundAbove(node: AnyNode, binding: Binding): boolean {
  const end = binding.scope.node;
  let isLater = false;
  for (let at = node; at.parent && at !== end; at = at.parent) {
    const { parent } = at;
    if ((parent.type === 'FunctionDef' || parent.type === 'Lambda') && at === parent.body) isLater = parent !== end;
    // The target of a loop has its value in the body, and that of a `with` too.
    if (parent.type === 'For' && at === parent.body && declares(parent.target, binding)) return true;
    if (
      parent.type === 'With' &&
      at === parent.body &&
      parent.items.some(({ asname }) => asname && declares(asname, binding))
    )
      return true;
    const statements = statementsOf(parent);
    if (!statements) continue;
    const index = statements.indexOf(at as never);
    const before = isLater ? statements : statements.slice(0, Math.max(0, index));
    if (before.some((statement) => binds(statement, binding))) return true;
  }
  return false;
}

type Step = AnyNode;

function statementsOf(node: AnyNode): readonly Step[] | undefined {
  switch (node.type) {
    case 'Module':
    case 'IndentedBlock':
    case 'SimpleStatementSuite':
    case 'SimpleStatementLine':
      return node.body;
    default:
      return undefined;
  }
}

/** True when the statement has bound the name on every way that leads past it. */
function binds(statement: Step, binding: Binding): boolean {
  switch (statement.type) {
    case 'SimpleStatementLine':
      return statement.body.some((part) => smallBinds(part, binding));
    case 'FunctionDef':
    case 'ClassDef':
      return binding.declarations.includes(statement.name);
    case 'If': {
      const { body, orelse } = statement;
      return (
        orelse !== null &&
        suiteBinds(body, binding) &&
        (orelse.type === 'If' ? binds(orelse, binding) : suiteBinds(orelse.body, binding))
      );
    }
    case 'Try':
    case 'TryStar': {
      const { body, handlers, orelse, finalbody } = statement;
      if (finalbody && suiteBinds(finalbody.body, binding)) return true;
      const isBody = suiteBinds(body, binding) || (orelse !== null && suiteBinds(orelse.body, binding));
      return isBody && handlers.every((handler) => suiteBinds(handler.body, binding) || leaves(handler.body));
    }
    case 'With':
      // The body may be left early by an exception that the `with` swallows; its target is bound before.
      return statement.items.some(({ asname }) => asname && declares(asname, binding));
    default:
      return smallBinds(statement, binding);
  }
}

function suiteBinds(suite: BaseSuite, binding: Binding): boolean {
  return (suite.body as readonly Step[]).some((statement) => binds(statement, binding));
}

function smallBinds(statement: Step | BaseSmallStatement, binding: Binding): boolean {
  switch (statement.type) {
    case 'Assign':
      return statement.targets.some((target) => declares(target, binding));
    case 'AnnAssign':
      return statement.value !== null && declares(statement.target, binding);
    case 'Import':
    case 'ImportFrom':
    case 'LazyImport':
    case 'LazyImportFrom':
      return declares(statement, binding);
    case 'TypeAlias':
      return binding.declarations.includes(statement.name);
    default:
      return false;
  }
}

function declares({ start, end }: AnyNode, binding: Binding): boolean {
  return binding.declarations.some((name) => start <= name.start && name.end <= end);
}

/** The suite ends in `raise`, `return`, `continue` or `break`. */
function leaves({ body }: BaseSuite): boolean {
  const last = body.at(-1);
  const small = last?.type === 'SimpleStatementLine' ? last.body.at(-1) : last;
  return /^(?:Raise|Return|Continue|Break)$/.test(small?.type ?? '');
}
