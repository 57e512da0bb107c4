import { type ChangeSet, type FileStep, type Step, unifiedDiff } from '@ffsd/changes';
import type { Effect } from '../disk/effect.ts';
import type { Found } from '../plan/move-plan.ts';
import type { Patch } from './run-folder.ts';
import type { RecordedChange, RecordedStep, RunRecord, RunTexts } from './run-record.ts';
import { slug } from './slug.ts';

export interface RunMeta {
  /** As the user gave it, such as `ffsd remove-switches --flag new-checkout --value true`. */
  readonly command: string;
  /** For the name of the run's folder; the codemod of the first change unless told. */
  readonly name?: string;
  /** ISO 8601; now unless told. */
  readonly createdAt?: string;
}

export interface Recording {
  readonly record: RunRecord;
  readonly texts: RunTexts;
  readonly patches: readonly Patch[];
}

/** What the journal keeps of a run that applies changes. */
export function recordApply(
  set: ChangeSet,
  meta: RunMeta,
  { number, external, look }: { number: number; external: boolean; look: (path: string) => Found },
): Recording {
  const effects = effectsOf(set, look);
  const modes = new Map(effects.map(({ path, mode }) => [path, mode]));
  const names = patchNames(set.steps.map(({ change }) => change.title));
  const changes = set.steps.map(({ change, files }, index): RecordedChange => {
    const { files: _, ...rest } = change;
    const paths = [...new Set(files.flatMap(({ path, to = path }) => [path, to]))];
    return { ...rest, paths, patch: names[index]! };
  });
  return {
    record: {
      version: 1,
      kind: 'apply',
      id: runId(number, meta.name ?? changes[0]?.codemod ?? 'run'),
      number,
      command: meta.command,
      createdAt: meta.createdAt ?? new Date().toISOString(),
      external,
      paths: effects.map(({ path }) => path),
      changes,
    },
    texts: { version: 1, effects, steps: set.steps.map(recordedStep) },
    patches: set.steps.map(({ files }, index) => ({ name: names[index]!, text: patchText(files, modes) })),
  };
}

export function runId(number: number, name: string): string {
  return `${String(number).padStart(4, '0')}-${slug(name)}`;
}

/** `01-title.patch`, with as many digits as it takes to sort by name. */
export function patchNames(titles: readonly string[]): readonly string[] {
  const width = Math.max(2, String(titles.length).length);
  return titles.map((title, index) => `${String(index + 1).padStart(width, '0')}-${slug(title)}.patch`);
}

export function patchText(files: readonly FileStep[], modes: ReadonlyMap<string, number | undefined>): string {
  return files
    .map((file) => unifiedDiff(file, { mode: (modes.get(file.path) ?? 0) & 0o100 ? '100755' : '100644' }))
    .join('');
}

function effectsOf(set: ChangeSet, look: (path: string) => Found): readonly Effect[] {
  const effects = new Map<string, Effect>();
  const see = (path: string, before: string | undefined): Effect => {
    const known = effects.get(path);
    if (known !== undefined) return known;
    const { mode } = look(path);
    const seen = { path, before: before ?? null, after: before ?? null, ...(mode === undefined ? {} : { mode }) };
    effects.set(path, seen);
    return seen;
  };
  for (const { path, to, before, after } of set.steps.flatMap(({ files }) => files)) {
    const effect = see(path, before);
    effects.set(path, { ...effect, after: to === undefined ? (after ?? null) : null });
    if (to === undefined) continue;
    const mode = effect.mode === undefined ? {} : { mode: effect.mode };
    effects.set(to, { ...see(to, undefined), after: after ?? null, ...mode });
  }
  return [...effects.values()];
}

function recordedStep({ change, files }: Step): RunTexts['steps'][number] {
  return { change: change.id, files: files.flatMap(recordedFile) };
}

/** A rename with edits is two steps, the edits first. */
function recordedFile({ path, to, before, after, edits }: FileStep): readonly RecordedStep[] {
  if (before === undefined) return [{ kind: 'create', path, text: after ?? '' }];
  if (after === undefined) return [{ kind: 'delete', path }];
  return [
    ...(edits.length > 0 ? [{ kind: 'edit', path, edits } as const] : []),
    ...(to === undefined ? [] : [{ kind: 'rename', path, to } as const]),
  ];
}
