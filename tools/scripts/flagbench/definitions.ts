/**
 * The files that define flags, by repository: what "definitions" of an ffsd.json there would name. The rest of a removal must be
 * found by the codemod itself.
 */
export const definitions: Readonly<Record<string, readonly string[]>> = {
  'Unleash/unleash': ['frontend/src/interfaces/uiConfig.ts', 'src/lib/types/experimental.ts', 'src/server-dev.ts'],
  'mozilla/fx-private-relay': [
    'frontend/src/hooks/api/runtimeData.ts',
    'frontend/src/hooks/api/runtimeData-default.ts',
  ],
};
