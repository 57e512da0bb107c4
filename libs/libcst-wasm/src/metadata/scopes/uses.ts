import { parseModule } from '../../parse-module.ts';
import type { Assignment } from './scope.ts';
import { scopesOf } from './scopes-of.ts';

/**
 * For specs: the accesses of a name in the order of the text, each as its line and what it may refer to, by kind and
 * line: `3: parameter 1`, or `3: builtin`, or `3: nothing`.
 */
export function uses(source: string, name: string): string[] {
  const line = (offset: number): number => source.slice(0, offset).split('\n').length;
  const told = ({ kind, nameNode }: Assignment): string =>
    kind === 'builtin' ? kind : `${kind} ${nameNode === null ? 'cell' : line(nameNode.start)}`;
  return scopesOf(parseModule(source))
    .all.flatMap((scope) => scope.accesses)
    .filter((access) => access.node.value === name)
    .map((access) => ({ at: access.start ?? access.string!.start, referents: access.referents }))
    .sort((one, other) => one.at - other.at)
    .map(({ at, referents }) => `${line(at)}: ${referents.map(told).join(', ') || 'nothing'}`);
}
