import type { Workspace } from '@ffsd/workspace';
import type { ModuleLocation } from '../modules/find-module.ts';
import { type Resolution, type ResolvedExport, resolveExport, resolveMember } from '../modules/resolve-export.ts';
import { submoduleOf } from '../modules/resolve-module.ts';

/** What is looked for, and the question whether a name means it. */
export interface Target {
  readonly definitions: readonly ResolvedExport[];
  /** The name of a module's file. */
  resolve(path: string, name: string): Resolution;
  member(module: ModuleLocation, from: string, name: string): Resolution;
  submodule(module: ModuleLocation, name: string): ModuleLocation | undefined;
  isMeant(resolution: Resolution): boolean;
  /** True when the resolution is too open to say no. */
  mayBeMeant(resolution: Resolution): boolean;
}

/** Undefined when the module has no such name. Of a name that the file itself defines, among others, that is the one. */
export function targetOf(workspace: Workspace, path: string, name: string): Target | undefined {
  const { definitions: all } = resolveExport(workspace, path, name);
  const own = all.filter((one) => one.kind === 'name' && one.path === path);
  const definitions = own.length > 0 ? own : all;
  if (definitions.length === 0) return undefined;
  const known = new Map<string, Resolution>();
  const once = (key: string, make: () => Resolution) => {
    const found = known.get(key) ?? make();
    known.set(key, found);
    return found;
  };
  return {
    definitions,
    resolve: (at, other) => once(`${at}\n${other}`, () => resolveExport(workspace, at, other)),
    member: (module, from, other) =>
      once(`${module.path ?? module.folders.join(' ')}\n${other}`, () => resolveMember(workspace, module, from, other)),
    submodule: (module, other) => submoduleOf(workspace, module, other),
    isMeant: (resolution) => resolution.definitions.some((one) => definitions.some((other) => isSame(one, other))),
    mayBeMeant: ({ definitions: found, outside, uncertain }) =>
      found.length + outside.length === 0 &&
      uncertain.some(({ code }) => code !== 'no-such-name' && code !== 'missing' && code !== 'star-from-outside'),
  };
}

function isSame(one: ResolvedExport, other: ResolvedExport): boolean {
  if (one.kind === 'module' || other.kind === 'module') {
    return (
      one.kind === 'module' &&
      other.kind === 'module' &&
      one.module.path === other.module.path &&
      one.module.folders.join() === other.module.folders.join()
    );
  }
  return one.path === other.path && one.binding.name === other.binding.name;
}
