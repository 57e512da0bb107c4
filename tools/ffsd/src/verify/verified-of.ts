import type { Verified } from '@ffsd/reports';
import type { CommandOutcome } from './run-commands.ts';
import type { Verification } from './verify-plan.ts';

/** What was found, for the reports. */
export function verifiedOf({ lines, broken }: Verification, commands: readonly CommandOutcome[] = []): Verified {
  return {
    lines: [...lines, ...commands.filter((one) => !one.broken).map(({ text }) => text)],
    problems: [
      ...broken.map(({ diagnostic: { path, line, code, message }, step }) => ({
        text: `${code} ${message}`,
        place: { path, line },
        change: step.change.id,
      })),
      ...commands.filter((one) => one.broken).map(({ text }) => ({ text })),
    ],
  };
}
