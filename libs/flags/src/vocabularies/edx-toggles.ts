import type { Vocabulary } from '../read-shape.ts';

const modules = ['edx_toggles'];

/** A toggle is an object that is made once, with the key, and asked anywhere: the read begins with what made it. */
export const edxToggles: Vocabulary = {
  name: 'edx-toggles',
  title: 'Open edX toggles',
  packages: ['edx-toggles'],
  modules,
  languages: ['python'],
  reads: [
    ...['WaffleFlag', 'WaffleSwitch', 'NonNamespacedWaffleFlag', 'NonNamespacedWaffleSwitch', 'SettingToggle'].flatMap(
      (toggle) => [
        { match: `${toggle}($FLAG, $$$).is_enabled()`, import: modules, yields: 'boolean' as const },
        { match: `${toggle}(name=$FLAG, $$$).is_enabled()`, import: modules, yields: 'boolean' as const },
      ],
    ),
    // The name is that of the dictionary in the settings, and the key stands behind it.
    { match: 'SettingDictToggle($_, $FLAG, $$$).is_enabled()', import: modules, yields: 'boolean' },
  ],
  archive: 'Delete the waffle flag of $FLAG in the admin of Django',
  documentation: 'https://docs.openedx.org/projects/edx-toggles/en/latest/how_to/implement_the_right_toggle_type.html',
};
