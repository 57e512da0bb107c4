import { pythonCall } from '../python-call.ts';
import type { Vocabulary } from '../read-shape.ts';

const gargoyleModules = ['gargoyle'];
const gutterModules = ['gutter'];

/** Gargoyle and its successor Gutter. The decorators raise Http404, or redirect, where the switch is not active. */
export const gargoyle: Vocabulary = {
  name: 'gargoyle',
  title: 'Gargoyle and Gutter',
  packages: ['gargoyle', 'gargoyle-yplan', 'gutter', 'gutter-django'],
  modules: [...gargoyleModules, ...gutterModules],
  languages: ['python'],
  reads: [
    ...pythonCall('$GARGOYLE.is_active(', 'key', { import: gargoyleModules, yields: 'boolean' }),
    ...pythonCall('@switch_is_active(', 'key', { import: gargoyleModules, yields: 'boolean' }),
    ...pythonCall('$GUTTER.active(', 'name', { import: gutterModules, yields: 'boolean' }),
    ...pythonCall('@switch_active(', 'name', { import: gutterModules, yields: 'boolean' }),
  ],
  archive: 'Delete $FLAG in the admin of Django',
  documentation: 'https://gargoyle-yplan.readthedocs.io/en/latest/usage.html',
};
