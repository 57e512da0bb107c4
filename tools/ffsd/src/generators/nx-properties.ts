import { type OptionSpecs, toNxSchema } from '@ffsd/codemod';
import { changeOptions, workspaceOptions } from '../run/run-options.ts';

/** The options that Nx does not have by itself: it brings --dry-run, --quiet and --verbose, and its folder is the workspace. */
export const nxOptions = { ...changeOptions, config: workspaceOptions.config } as const satisfies OptionSpecs;

/**
 * The properties that the schema of every generator has.
 *
 * @param isSetup for generators that write files of ffsd itself.
 */
export function nxProperties(isSetup: boolean): Readonly<Record<string, unknown>> {
  if (isSetup) return {};
  const { properties } = toNxSchema({ name: 'common', summary: '', options: nxOptions });
  return {
    paths: {
      description: 'Change only these files and folders, relative to the workspace.',
      $default: { $source: 'argv', index: 0 },
      anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
    },
    ...properties,
    project: { ...(properties.project as object), 'x-dropdown': 'projects', 'x-priority': 'important' },
  };
}
