import type { Change, FileStep, Kept, Step } from '@ffsd/changes';
import { dependantsOf, sequence } from '@ffsd/changes';
import { lineTable } from '@ffsd/edits';
import type { Workspace } from '@ffsd/workspace';
import type { Damage, Turn } from './damage.ts';
import type { Language } from './language.ts';
import { mapBack } from './map-back.ts';
import { isMinified } from './minified.ts';
import { withTexts } from './with-texts.ts';

interface Plan {
  readonly changes: readonly Change[];
  readonly kept: readonly Kept[];
}

/**
 * The last net, under the whole plan: every file is looked at once more as it will be, and compared with what it was. A change that
 * would use a name that is declared nowhere, declare one twice, leave one unused that no reason for keeping names, or take away what
 * another file imports, is withdrawn with all that stands on it.
 *
 * Steps may leave a name unused for the next one to remove, so only the end can tell.
 */
export function withdrawBroken(
  workspace: Workspace,
  { changes, kept }: Plan,
  languages: readonly Pick<Language, 'owns' | 'damageBetween'>[],
): Plan {
  const notes: Kept[] = [];
  let left = changes;
  for (;;) {
    const { steps } = sequence((path) => workspace.read(path), left);
    const found = firstDamage(workspace, steps, [...kept, ...notes], languages);
    if (!found) return { changes: left, kept: [...kept, ...notes] };
    const { id, title } = found.culprit.change;
    const others = new Set(dependantsOf(left, [id]));
    for (const step of steps) {
      if (step.change.id === id) {
        const because = `"${title}" was withdrawn: it would ${found.what}${found.path === step.files[0]?.path ? '' : ` in ${found.path}`}`;
        notes.push(...placesOf(workspace, steps, step, because));
      } else if (others.has(step.change.id)) {
        const because = `"${step.change.title}" was withdrawn: it stands on "${title}", which would ${found.what}`;
        notes.push(...placesOf(workspace, steps, step, because));
      }
    }
    left = left.filter((change) => change.id !== id && !others.has(change.id));
  }
}

interface Found {
  readonly path: string;
  readonly what: string;
  readonly culprit: Step;
}

function firstDamage(
  workspace: Workspace,
  steps: readonly Step[],
  kept: readonly Kept[],
  languages: readonly Pick<Language, 'owns' | 'damageBetween'>[],
): Found | undefined {
  const texts = new Map<string, string | undefined>();
  for (const { path, after } of steps.flatMap(({ files }) => files)) texts.set(path, after);
  const turn: Turn = { was: workspace, will: withTexts(workspace, texts) };
  for (const [path, after] of texts) {
    const before = workspace.read(path);
    const language = languages.find(({ owns }) => owns(path, workspace));
    if (before === undefined || !language || isMinified(before)) continue;
    const damages = (text: string | undefined) => language.damageBetween(path, before, text, turn);
    const [damage] = damages(after).filter((one) => !isNamed(one, path, kept));
    if (!damage) continue;
    const isThere = (text: string | undefined) =>
      damages(text).some(({ kind, name }) => kind === damage.kind && name === damage.name);
    return { path, what: damage.what, culprit: culpritOf(steps, path, isThere) };
  }
  return undefined;
}

/** A name that the report says is left unused was looked at, and left for a reason. */
function isNamed({ kind, name }: Damage, path: string, kept: readonly Kept[]): boolean {
  if (kind !== 'unused') return false;
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return kept.some(({ place, because }) => place.path === path && word.test(because));
}

/** The last step that found the file whole and left it damaged. */
function culpritOf(steps: readonly Step[], path: string, isThere: (text: string | undefined) => boolean): Step {
  const touching = steps.flatMap((step) =>
    step.files.filter((file) => file.path === path).map((file) => ({ step, file })),
  );
  return (touching.findLast(({ file }) => !isThere(file.before)) ?? touching[0]!).step;
}

/** One note for each file of the step, at the line on which its first edit stood before all changes. */
function placesOf(workspace: Workspace, steps: readonly Step[], step: Step, because: string): readonly Kept[] {
  const earlier = steps.slice(0, steps.indexOf(step)).flatMap(({ files }) => files);
  return step.files.map((file) => ({
    place: { path: file.path, line: lineBefore(workspace, earlier, file) },
    code: 'would-break',
    because,
  }));
}

function lineBefore(workspace: Workspace, earlier: readonly FileStep[], { path, edits }: FileStep): number {
  let offset = edits[0]?.start ?? 0;
  for (const file of earlier.toReversed()) if (file.path === path) offset = mapBack(file.edits, offset);
  return lineTable(workspace.read(path) ?? '').lineOf(offset);
}
