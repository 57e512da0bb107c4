import type { Constant } from '@ffsd/fold';
import type { AnyNode, Arg, BaseExpression, SourceFile } from '@ffsd/python';
import { findAll, isCode, parsedFile, stringValue } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { calleeOf } from './callee.ts';
import { literalOf } from './literal-of.ts';
import { remembered } from './remembered.ts';

/** A place of the code that may have to do with the entry of a context of templates under one key. */
export interface ContextOccurrence {
  readonly path: string;
  readonly file: SourceFile | undefined;
  readonly kind: /** `{'k': v}`, `context['k'] = v`, `render(…, k=v)`, `context.setdefault('k', v)` */
    | 'entry'
    /** `context['k']`, `context.get('k')`, `'k' in context` */
    | 'read'
    /** Whatever else may give the key a value, or take it away. */
    | 'unknown';
  /** Where the key is written. */
  readonly offset: number;
  /** The entry, the argument or the statement; undefined in a file without a tree. */
  readonly node: AnyNode | undefined;
  readonly valueNode: BaseExpression | undefined;
  readonly value: Constant | undefined;
}

/**
 * Every place of the code where the text or the keyword stands. An entry is one whatever dictionary it belongs to: which of
 * them reach a template is another question.
 */
export function contextOccurrences(
  workspace: Workspace,
  key: string,
  where: 'product' | 'tests' = 'product',
): readonly ContextOccurrence[] {
  return remembered(workspace, `context ${where} ${key}`, () =>
    workspace
      .search([key])
      .filter((path) => isCode(path) && isTestPath(path) === (where === 'tests') && !isHistory(path))
      .flatMap((path) => {
        const file = parsedFile(workspace, path);
        return file ? occurrencesIn(workspace, file, key) : [{ ...nothing, path, kind: 'unknown', offset: 0 } as const];
      }),
  );
}

const nothing = { file: undefined, node: undefined, valueNode: undefined, value: undefined };

/** What was done to a database once shows no template. */
function isHistory(path: string): boolean {
  return /(?:^|\/)(?:migrations|alembic)\//.test(path);
}

function occurrencesIn(workspace: Workspace, file: SourceFile, key: string): readonly ContextOccurrence[] {
  if (!new RegExp(`(?<!\\w)${key}(?!\\w)`).test(file.text)) return [];
  return findAll(file.tree, ['SimpleString', 'Arg', 'Assign', 'AnnAssign', 'Param']).flatMap((node) => {
    const found =
      node.type === 'SimpleString'
        ? ofString(node, key)
        : node.type === 'Arg'
          ? ofKeyword(workspace, file, node, key)
          : ofName(file, node, key);
    if (!found) return [];
    const { valueNode } = found;
    return [{ path: file.path, file, ...found, value: valueNode && literalOf(valueNode)?.value }];
  });
}

type Found = Pick<ContextOccurrence, 'kind' | 'offset' | 'node' | 'valueNode'>;

function ofString(string: AnyNode & { readonly type: 'SimpleString' }, key: string): Found | undefined {
  if (stringValue(string) !== key) return undefined;
  const found = (kind: ContextOccurrence['kind'], node: AnyNode, valueNode?: BaseExpression): Found => ({
    kind,
    offset: string.start,
    node,
    valueNode,
  });
  const { parent } = string;
  switch (parent?.type) {
    case 'DictElement':
      return parent.key === string ? found('entry', parent, parent.value) : undefined;
    case 'Index': {
      const access = parent.parent?.parent;
      return access?.type === 'Subscript' ? ofAccess(access, found) : found('unknown', string);
    }
    case 'Arg': {
      const call = parent.parent;
      if (call?.type !== 'Call') return found('unknown', string);
      if (parent.keyword) {
        // `Switch(name='k')` names something, and gives nothing under the key.
        return /^(?:name|code|flag|key|verbose_name|help_text|related_name)$/.test(parent.keyword.value)
          ? undefined
          : found('unknown', string);
      }
      const method = call.func.type === 'Attribute' ? call.func.attr.value : '';
      if (method === 'get' && call.args[0] === parent) return found('read', call);
      if (method === 'setdefault' && call.args[0] === parent) return found('entry', call, call.args[1]?.value);
      return found('unknown', string);
    }
    case 'ComparisonTarget':
    case 'Comparison':
      return found('read', parent);
    case 'Expr':
      return undefined;
    default:
      return found('unknown', string);
  }
}

function ofAccess(
  access: AnyNode & { readonly type: 'Subscript' },
  found: (kind: ContextOccurrence['kind'], node: AnyNode, valueNode?: BaseExpression) => Found,
): Found {
  const { parent } = access;
  if (parent?.type === 'AssignTarget') {
    const statement = parent.parent;
    return statement?.type === 'Assign' && statement.targets.length === 1
      ? found('entry', statement, statement.value)
      : found('unknown', access);
  }
  if (parent?.type === 'Del' || parent?.type === 'AugAssign' || parent?.type === 'AnnAssign')
    return found('unknown', access);
  // `context['k'], other = …`
  for (let at: AnyNode | null = access; at; at = at.parent) {
    if (at.type === 'AssignTarget' || at.type === 'Del' || at.type === 'For') return found('unknown', access);
    if (/Statement|^Expr$|^Return$/.test(at.type)) break;
    if (at.type === 'Assign' || at.type === 'Call') break;
  }
  return found('read', access);
}

/** A keyword of a function that names such a parameter is no entry, unless the function hands it on under that name itself. */
function ofKeyword(workspace: Workspace, file: SourceFile, argument: Arg, key: string): Found | undefined {
  if (argument.keyword?.value !== key) return undefined;
  const call = argument.parent;
  if (call?.type === 'ClassDef') return undefined;
  if (call?.type === 'Call') {
    const callee = calleeOf(workspace, file, call);
    const { posonlyParams = [], params = [], kwonlyParams = [] } = callee?.node.params ?? {};
    if ([...posonlyParams, ...params, ...kwonlyParams].some(({ name }) => name.value === key)) return undefined;
  }
  return { kind: 'entry', offset: argument.keyword.start, node: argument, valueNode: argument.value };
}

/** Fields of classes, which become entries by `asdict(self)`, and locals where all of them are handed on at once. */
function ofName(
  file: SourceFile,
  node: AnyNode & { readonly type: 'Assign' | 'AnnAssign' | 'Param' },
  key: string,
): Found | undefined {
  const targets: readonly AnyNode[] =
    node.type === 'Assign'
      ? node.targets.map(({ target }) => target)
      : [node.type === 'Param' ? node.name : node.target];
  const target = targets.find((one) => one.type === 'Name' && one.value === key);
  if (!target) return undefined;
  const isField = node.type !== 'Param' && node.parent?.parent?.parent?.type === 'ClassDef';
  const isSpread = /\b(?:locals|vars|globals)\(/.test(file.text);
  return isField || isSpread ? { kind: 'unknown', offset: target.start, node, valueNode: undefined } : undefined;
}
