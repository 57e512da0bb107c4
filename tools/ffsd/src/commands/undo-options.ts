import type { OptionSpecs } from '@ffsd/codemod';

/** The options of undo, on the command line and through Nx. */
export const undoOptions = {
  withDependants: { type: 'boolean', describe: 'Take back also what was built on these changes.' },
  resume: { type: 'boolean', describe: 'Finish what was interrupted, so that the files are whole again.' },
  leaveChanged: {
    type: 'boolean',
    describe: 'After an interruption: leave files alone that somebody changed since, and settle the rest.',
  },
} as const satisfies OptionSpecs;

export interface UndoOptions {
  readonly withDependants?: boolean;
  readonly resume?: boolean;
  readonly leaveChanged?: boolean;
}
