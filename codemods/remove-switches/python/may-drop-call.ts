import type { AnyNode } from '@ffsd/python';
import { dottedName, importsOf, scopesOf } from '@ffsd/python';
import type { Site } from './site.ts';

/**
 * Whether a call may go when its result is not used: it only exists to reach the flags, and its arguments have no effect.
 *
 * @param droppable names, in vocabularies with their module: `openfeature.api.get_client`
 */
export function mayDropCall(site: Site, value: AnyNode, droppable: ReadonlySet<string>): boolean {
  if (value.type === 'Await') return mayDropCall(site, value.expression, droppable);
  if (value.type !== 'Call' || !value.args.every(({ value: argument }) => site.isPure(argument))) return false;
  const name = dottedName(value.func);
  if (name === undefined) return false;
  if (loggers.test(name)) return true;
  return droppable.has(name) || droppable.has(importedAs(site, value.func) ?? '');
}

/** A logger is there already, or is made without anybody noticing. */
const loggers = /(?:^|\.)(?:getLogger|get_logger|get_task_logger)$/;

/** `openfeature.api.get_client` of `api.get_client` behind `from openfeature import api`. */
function importedAs({ file }: Site, func: AnyNode): string | undefined {
  const [first, ...members] = dottedName(func)?.split('.') ?? [];
  let root = func;
  while (root.type === 'Attribute') root = root.value;
  const binding = scopesOf(file).bindingOf(root);
  for (const { names, specifier } of importsOf(file)) {
    for (const { local, imported, module } of names) {
      if (!local || local.value !== first || !binding?.declarations.includes(local)) continue;
      const origin = imported === '*' ? module : `${specifier}.${imported}`;
      return [origin, ...members].join('.');
    }
  }
  return undefined;
}
