import type { ChangeSet, Evidence, Step } from '@ffsd/changes';
import type { Workspace } from '@ffsd/workspace';
import { type Blamed, blame } from './blame.ts';
import type { Check } from './check.ts';
import { type Diagnostic, newDiagnostics } from './diagnostic.ts';
import { originsOf } from './origins.ts';

/** What the checks of a plan found, before anything is written. */
export interface Verification {
  /** The run, with what was found as evidence on each change. */
  readonly set: ChangeSet;
  /** One line for each check, and for each one that could not be made. */
  readonly lines: readonly string[];
  readonly broken: readonly Blamed[];
}

/** Asks the type checkers that the project has what they say of the plan. Nothing is written. */
export async function verifyPlan(root: string, workspace: Workspace, set: ChangeSet): Promise<Verification> {
  const { steps } = set;
  if (steps.length === 0) return { set, lines: [], broken: [] };
  const { checks, lines } = await runCheckers(root, workspace, steps);
  const originOf = originsOf(steps);
  const found = checks.map((check) => {
    const fresh = newDiagnostics(check.before, check.after, originOf);
    return { check, blamed: blame(steps, check, fresh) };
  });
  const seen = new Set<string>();
  const broken = found.flatMap(({ blamed }) => blamed).filter(({ diagnostic }) => isFirst(seen, diagnostic));
  return {
    set: { ...set, steps: steps.map((step) => ({ ...step, change: withEvidence(step, found) })) },
    lines: [...found.map(({ check, blamed }) => describe(check, blamed)), ...lines],
    broken,
  };
}

async function runCheckers(
  root: string,
  workspace: Workspace,
  steps: readonly Step[],
): Promise<{ readonly checks: readonly Check[]; readonly lines: readonly string[] }> {
  const checks: Check[] = [];
  const lines: string[] = [];
  const touches = (pattern: RegExp) => steps.some(({ files }) => files.some(({ path }) => pattern.test(path)));
  if (touches(/\.[cm]?[jt]sx?$/)) {
    const { loadTypeScript } = await import('./typescript/load-typescript.ts');
    const { hasTypeScript } = await import('./typescript/has-typescript.ts');
    const loaded = hasTypeScript(workspace) ? loadTypeScript(root) : undefined;
    if (loaded) {
      const { checkTypeScript } = await import('./typescript/check-typescript.ts');
      const checked = checkTypeScript(root, workspace, steps, loaded);
      checks.push(...checked.checks);
      if (checked.homeless.length > 0) lines.push(`no tsconfig.json takes in ${some(checked.homeless)}: not checked`);
    } else if (hasTypeScript(workspace)) {
      lines.push(
        'TypeScript was not checked, because none with a program interface was found: npm install --save-dev typescript@6',
      );
    }
  }
  if (touches(/\.pyi?$/)) {
    const { checkPython } = await import('./python/check-python.ts');
    const checked = await checkPython(root, workspace, steps);
    checks.push(...checked.checks);
    lines.push(...checked.lines);
  }
  return { checks, lines };
}

function some(paths: readonly string[]): string {
  return paths.length > 3 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}

/** A file may be in two projects, which then both complain. */
function isFirst(seen: Set<string>, { path, offset, code, message }: Diagnostic): boolean {
  const key = `${path} ${offset} ${code} ${message}`;
  return !seen.has(key) && seen.add(key) !== undefined;
}

function withEvidence(
  { change, files }: Step,
  found: readonly { readonly check: Check; readonly blamed: readonly Blamed[] }[],
): Step['change'] {
  const evidence = found.flatMap(({ check, blamed }): Evidence[] => {
    const own = blamed.filter(({ step }) => step.change.id === change.id);
    if (own.length > 0) {
      return own.map(({ diagnostic: { path, line, code, message } }) => ({
        kind: 'type-check',
        text: `new: ${code} ${message}`,
        place: { path, line },
      }));
    }
    if (!files.some(({ path }) => check.paths.includes(path))) return [];
    return [
      { kind: 'type-check', text: `no new diagnostic${blamed.length > 0 ? ' by this change' : ''} ${within(check)}` },
    ];
  });
  return { ...change, evidence: [...change.evidence, ...evidence] };
}

function describe(check: Check, blamed: readonly Blamed[]): string {
  const count =
    blamed.length === 0 ? 'no new diagnostic' : `${blamed.length} new diagnostic${blamed.length > 1 ? 's' : ''}`;
  const old =
    check.before.length > 0
      ? ` (${check.before.length} that ${check.before.length > 1 ? 'were' : 'was'} there before)`
      : '';
  return `${count} ${within(check)}${old}`;
}

function within({ whose, files }: Check): string {
  return `in ${files} file${files === 1 ? '' : 's'} ${whose}`;
}
