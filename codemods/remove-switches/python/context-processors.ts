import type { AnyNode, FunctionDef, SourceFile } from '@ffsd/python';
import { dottedName, isCode } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';
import { isTestPath } from '../test-path.ts';
import { resultHolds } from './context-holds.ts';
import { contextOccurrences } from './context-occurrences.ts';

/** Where a function stands that gives something to all templates which are shown for a request. */
export interface Processor {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The function that gives the key to every page. */
export function processorOf(workspace: Workspace, key: string): Processor | undefined {
  for (const { path, file, node } of contextOccurrences(workspace, key)) {
    const fn = node && functionAround(node);
    if (fn && file && isProcessor(workspace, file, fn) && resultHolds({ workspace, file, key }, fn)) {
      return { path, start: fn.start, end: fn.end };
    }
  }
  return undefined;
}

/** Flask's are marked by a decorator; Django's are named in the settings: `'context_processors': ['shop.pages.flags']`. */
export function isProcessor(workspace: Workspace, file: SourceFile, fn: FunctionDef): boolean {
  const isMarked = fn.decorators.some(({ decorator }) =>
    /(?:^|\.)(?:app_)?context_processor$/.test(dottedName(decorator) ?? ''),
  );
  if (isMarked) return true;
  const module = file.path
    .replace(/\.pyi?$/, '')
    .split('/')
    .at(-1)!;
  const name = `${module}.${fn.name.value}`;
  if (fn.parent?.type !== 'Module' || fn.decorators.length > 0) return false;
  return workspace.search([name]).some((path) => {
    const text = isCode(path) && !isTestPath(path) ? (workspace.read(path) ?? '') : '';
    return (
      text.includes('context_processors') && new RegExp(`["'][\\w.]*\\b${name.replace('.', '\\.')}["']`).test(text)
    );
  });
}

function functionAround(node: AnyNode): FunctionDef | undefined {
  for (let at: AnyNode | null = node; at; at = at.parent) if (at.type === 'FunctionDef') return at;
  return undefined;
}
