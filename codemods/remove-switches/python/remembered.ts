import type { Workspace } from '@ffsd/workspace';

/** What `make` gives for a key, made once for the texts as they are: a draft makes everything new. */
export function remembered<T>(workspace: Workspace, key: string, make: () => T): T {
  const generation = generationOf(workspace);
  let memory = memories.get(workspace);
  if (!memory || memory.generation !== generation) {
    memory = { generation, answers: new Map() };
    memories.set(workspace, memory);
  }
  if (!memory.answers.has(key)) memory.answers.set(key, make());
  return memory.answers.get(key) as T;
}

interface Memory {
  readonly generation: number;
  readonly answers: Map<string, unknown>;
}

const memories = new WeakMap<Workspace, Memory>();

/** A session changes with each draft; the workspace below it does not. */
function generationOf(workspace: Workspace): number {
  return 'drafts' in workspace ? (workspace.drafts as readonly unknown[]).length : 0;
}
