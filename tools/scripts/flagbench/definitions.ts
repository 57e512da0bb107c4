/**
 * The files that define flags, by repository: what "definitions" of an ffsd.json there would name. The rest of a removal must be
 * found by the codemod itself.
 */
export const definitions: Readonly<Record<string, readonly string[]>> = {
  'Unleash/unleash': ['frontend/src/interfaces/uiConfig.ts', 'src/lib/types/experimental.ts', 'src/server-dev.ts'],
  'hypothesis/lms': ['lms/models/application_instance.py'],
  'mozilla/fx-private-relay': [
    'frontend/src/hooks/api/runtimeData.ts',
    'frontend/src/hooks/api/runtimeData-default.ts',
  ],
};

/** The components that choose by a property what they render, by repository: what "conditionProps" of an ffsd.json there would name. */
export const conditionProps: Readonly<
  Record<string, readonly Readonly<Record<'component' | 'condition' | 'then' | 'else', string>>[]>
> = {
  // biome-ignore lint/suspicious/noThenProperty: the key of ffsd.json
  'Unleash/unleash': [{ component: 'ConditionallyRender', condition: 'condition', then: 'show', else: 'elseShow' }],
};
