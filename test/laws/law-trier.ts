import { type Case, runCase } from '@ffsd/cases';
import type { Change, Outcome } from '@ffsd/changes';
import { defineCodemod } from '@ffsd/codemod';
import type { Workspace } from '@ffsd/workspace';
import type { Law } from './law.ts';

/** What a sample codemod does, in parts. */
type Part = (workspace: Workspace) => readonly Outcome[];

/** Says whether a law holds for the case with a codemod of these parts. */
export function lawTrier(one: Case): (law: Law, ...parts: Part[]) => Promise<'held' | 'broken'> {
  return async (law, ...parts) => {
    const codemod = defineCodemod({
      name: 'sample',
      summary: '',
      options: { flag: { type: 'string', describe: '' }, reads: { type: 'string', describe: '' } },
      plan: (workspace) => parts.flatMap((part) => part(workspace)),
    });
    try {
      await law.check({ codemod, case: one, run: runCase(codemod, one) });
      return 'held';
    } catch {
      return 'broken';
    }
  };
}

/** Replaces one piece of the file by another, as long as it is there. */
export function replacing(path: string) {
  return (from: string, to: string, more: Partial<Change> = {}): Part =>
    (workspace) => {
      const start = workspace.read(path)!.indexOf(from);
      if (start < 0) return [];
      const edits = [{ start, end: start + from.length, text: to }];
      return [
        {
          id: from,
          codemod: 'sample',
          title: from,
          why: '',
          safety: 'safe',
          evidence: [{ kind: 'sample', text: from }],
          files: [{ kind: 'edit', path, edits }],
          dependsOn: [],
          ...more,
        },
      ];
    };
}
