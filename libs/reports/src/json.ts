import { type Evidence, type Place, type Safety, type Task, unifiedDiff } from '@ffsd/changes';
import { keptGroups, type Owned, ownersIn } from './overview.ts';
import { keptOf, type Report, unparsableOf } from './report.ts';
import { type Summary, summaryOf } from './summary.ts';
import type { Verified } from './verified.ts';

/** The document that `--json` prints. Its `version` is raised when a key changes its meaning or goes. */
export interface JsonReport {
  readonly version: 1;
  readonly command: string;
  readonly dryRun: boolean;
  readonly changes: readonly {
    readonly id: string;
    readonly codemod: string;
    readonly topic?: string;
    readonly title: string;
    readonly why: string;
    readonly safety: Safety;
    readonly evidence: readonly Evidence[];
    readonly dependsOn: readonly string[];
    readonly files: readonly { readonly path: string; readonly diff: string }[];
  }[];
  readonly kept: readonly { readonly place: Place; readonly code: string; readonly because: string }[];
  readonly unparsable: readonly { readonly path: string; readonly line: number; readonly message: string }[];
  /** What the codes of `kept` mean, as far as anybody tells. */
  readonly explanations: Readonly<Record<string, string>>;
  readonly tasks: readonly Task[];
  readonly owners: readonly Owned[];
  /** Only where the checks of the project were asked. */
  readonly verified?: Verified;
  readonly summary: Summary;
}

/** The report for other programs, with a line break at the end. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(toJson(report), null, 2)}\n`;
}

function toJson(report: Report): JsonReport {
  return {
    version: 1,
    command: report.command,
    dryRun: report.dryRun,
    changes: report.set.steps.map(({ change, files }) => ({
      id: change.id,
      codemod: change.codemod,
      ...(change.topic === undefined ? {} : { topic: change.topic }),
      title: change.title,
      why: change.why,
      safety: change.safety,
      evidence: change.evidence,
      dependsOn: change.dependsOn,
      files: files.map((file) => ({ path: file.path, diff: unifiedDiff(file) })),
    })),
    kept: keptOf(report).map(({ place, code, because }) => ({ place, code, because })),
    unparsable: unparsableOf(report).map(({ place, because }) => ({ ...place, message: because })),
    explanations: Object.fromEntries(
      keptGroups(report).flatMap(({ code, explanation }) => (explanation === undefined ? [] : [[code, explanation]])),
    ),
    tasks: report.tasks ?? [],
    owners: ownersIn(report) ?? [],
    ...(report.verified ? { verified: report.verified } : {}),
    summary: summaryOf(report),
  };
}
