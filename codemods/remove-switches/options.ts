import type { OptionSpecs, OptionValues } from '@ffsd/codemod';
import type { ConditionProp } from './condition-prop.ts';

export interface RemoveSwitchesOptions extends OptionValues {
  readonly flag?: string;
  /** A text from the command line, or a value from ffsd.json or a test. */
  readonly value?: unknown;
  readonly reads?: readonly unknown[];
  readonly presets?: readonly string[];
  readonly definitions?: readonly string[];
  readonly sets?: readonly string[];
  readonly conditionProps?: readonly ConditionProp[];
  readonly flags?: Readonly<Record<string, { readonly value?: unknown }>>;
}

export const options: OptionSpecs = {
  flag: {
    type: 'string',
    describe: 'Key of the flag. Without it: every flag that ffsd.json settles',
    alias: 'f',
  },
  value: {
    type: 'string',
    describe: 'The value that the flag has from now on: true, false, a text, or JSON',
    alias: 'v',
  },
  reads: {
    type: 'strings',
    describe: "How the flag is read, as a pattern: 'isEnabled($FLAG)', 'flags.$FLAG'. Repeatable",
    alias: 'read',
    config: 'reads',
  },
  presets: {
    type: 'strings',
    describe: 'Vocabularies of flag services to use. By default those that the imports of a file call for. Repeatable',
    alias: 'preset',
    config: 'presets',
  },
  definitions: {
    type: 'strings',
    describe: 'Files that define flags; the entry of a removed flag goes',
    alias: 'definition',
    config: 'definitions',
  },
  sets: {
    type: 'json',
    describe:
      "Calls that set a flag, as patterns: 'setFlag($FLAG, $_)'. In tests they go with the reads, elsewhere they stay",
    config: 'sets',
    configOnly: true,
  },
  conditionProps: {
    type: 'json',
    describe: 'Components that choose by a property what they render',
    config: 'conditionProps',
    configOnly: true,
  },
  flags: { type: 'json', describe: 'Settled flags', config: 'flags', configOnly: true },
};
