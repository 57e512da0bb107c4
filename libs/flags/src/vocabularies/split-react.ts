import type { ReadShape, Vocabulary } from '../read-shape.ts';

const packages = ['@splitsoftware/splitio-react'];

/** Hooks take an object with the name, or with several; those for several give the treatments by name. */
export const splitReact: Vocabulary = {
  name: 'split-react',
  title: 'Split (Harness FME), SDK for React',
  packages,
  languages: ['typescript'],
  reads: [
    read('useTreatment({ name: $FLAG, $$$ })', 'object:.treatment'),
    read('useTreatmentWithConfig({ name: $FLAG, $$$ })', 'object:.treatment.treatment'),
    ...['.$FLAG', '[$FLAG]'].flatMap((member) => [
      read(`useTreatments($$$).treatments${member}`, 'value'),
      read(`useTreatmentsWithConfig($$$).treatments${member}`, 'object:.treatment'),
      read(`useSplitTreatments($$$).treatments${member}`, 'object:.treatment'),
    ]),
  ],
  droppableCalls: ['useTreatments', 'useTreatmentsWithConfig', 'useSplitTreatments', 'useSplitClient'],
  archive: 'Kill and archive $FLAG in Split',
  exposure: true,
  documentation:
    'https://developer.harness.io/docs/feature-management-experimentation/sdks-and-infrastructure/client-side-sdks/react-sdk',
};

function read(match: string, returns: ReadShape['returns'] & string): ReadShape {
  return { match, import: packages, returns, yields: 'string', values: { true: 'on', false: 'off' } };
}
