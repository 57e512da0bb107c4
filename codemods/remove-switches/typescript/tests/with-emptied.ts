import type { Node } from '@babel/types';
import { commentsWithin, scopesOf } from '@ffsd/typescript';
import { statementsOf } from '../guard-statement-start.ts';
import type { Site } from '../site.ts';
import { isHook } from './around.ts';

/**
 * Statements of a test file that go, and with them the hooks and helpers that have nothing else:
 *
 * ```text
 * function setup() { useFlags.mockReturnValue({ dark: true }); }
 * beforeEach(() => { setup(); });
 * ```
 */
export function withEmptied(site: Site, statements: readonly Node[]): readonly Node[] {
  const gone = new Set(statements);
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const statement of [...gone]) {
      const block = site.parents.parent(statement);
      const owner = block?.type === 'BlockStatement' ? site.parents.parent(block) : undefined;
      if (!owner || !/Function/.test(owner.type) || !statementsOf(block!)!.every((one) => gone.has(one))) continue;
      if (commentsWithin(site.file, block!.start!, block!.end!).length > 0) continue;
      for (const one of hookOf(site, owner) ?? helperWithCalls(site, owner) ?? []) gone.add(one);
    }
  }
  return [...gone];
}

/** The statement `beforeEach(() => …)` whose callback the function is. */
function hookOf(site: Site, callback: Node): readonly Node[] | undefined {
  const call = site.parents.parent(callback);
  const statement = call && site.parents.parent(call);
  return call?.type === 'CallExpression' && isHook(call) && statement?.type === 'ExpressionStatement'
    ? [statement]
    : undefined;
}

/** A function of the file and all its calls, when nothing is expected of any. */
function helperWithCalls(site: Site, helper: Node): readonly Node[] | undefined {
  const declarator = site.parents.parent(helper);
  const declaration = declarator?.type === 'VariableDeclarator' ? site.parents.parent(declarator) : helper;
  const name = declarator?.type === 'VariableDeclarator' ? declarator.id : (helper as { id?: Node | null }).id;
  const isSole = declaration?.type !== 'VariableDeclaration' || declaration.declarations.length === 1;
  const binding = name ? scopesOf(site.file).bindingOf(name) : undefined;
  if (!declaration || !isSole || !/Declaration$/.test(declaration.type) || !binding || binding.exported)
    return undefined;
  const calls = binding.references.map(({ node }) => callStatement(site, node));
  return calls.every((one) => one !== undefined) ? [declaration, ...calls] : undefined;
}

/** `setup({ a: 1 });`, `await setup();`, `beforeEach(setup)`, `beforeEach(() => setup())` */
function callStatement(site: Site, name: Node): Node | undefined {
  const { parents } = site;
  const call = parents.parent(name);
  if (call?.type !== 'CallExpression') return undefined;
  if (call.arguments.includes(name as never)) return hookOf(site, name)?.[0];
  if (!call.arguments.every((one) => site.isPure(one))) return undefined;
  let above = parents.parent(call);
  if (above?.type === 'AwaitExpression') above = parents.parent(above);
  if (above?.type === 'ExpressionStatement') return above;
  return above?.type === 'ArrowFunctionExpression' ? hookOf(site, above)?.[0] : undefined;
}
