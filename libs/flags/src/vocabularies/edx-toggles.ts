import type { Vocabulary } from '../read-shape.ts';

const modules = ['edx_toggles'];
const platform = ['openedx.core.djangoapps.waffle_utils'];
const toggles = ['WaffleFlag', 'WaffleSwitch', 'NonNamespacedWaffleFlag', 'NonNamespacedWaffleSwitch', 'SettingToggle'];

/** A toggle is an object that is made once, with the key, and asked anywhere by the name that holds it. */
export const edxToggles: Vocabulary = {
  name: 'edx-toggles',
  title: 'Open edX toggles',
  packages: ['edx-toggles'],
  modules,
  languages: ['python'],
  reads: [
    ...toggles.flatMap((toggle) => [
      { match: `${toggle}($FLAG, $$$).is_enabled()`, import: modules, yields: 'boolean' as const },
      { match: `${toggle}(name=$FLAG, $$$).is_enabled()`, import: modules, yields: 'boolean' as const },
    ]),
    // Of the platform itself; it is asked for a course.
    { match: 'CourseWaffleFlag($FLAG, $$$).is_enabled($_)', import: platform, yields: 'boolean' },
    // The name is that of the dictionary in the settings, and the key stands behind it.
    { match: 'SettingDictToggle($_, $FLAG, $$$).is_enabled()', import: modules, yields: 'boolean' },
  ],
  droppableCalls: [
    ...[...toggles, 'SettingDictToggle'].map((toggle) => `edx_toggles.toggles.${toggle}`),
    'openedx.core.djangoapps.waffle_utils.CourseWaffleFlag',
  ],
  archive: 'Delete the waffle flag of $FLAG in the admin of Django',
  documentation: 'https://docs.openedx.org/projects/edx-toggles/en/latest/how_to/implement_the_right_toggle_type.html',
};
