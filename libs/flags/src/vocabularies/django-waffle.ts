import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modules = ['waffle'];

/**
 * A flag is asked with the request first, a switch and a sample without one. The decorators raise Http404, or redirect, where the flag
 * is off; only they take a `!` before the name.
 */
export const djangoWaffle: Vocabulary = {
  name: 'django-waffle',
  title: 'django-waffle',
  packages: ['django-waffle'],
  modules,
  languages: ['python', 'template'],
  reads: [
    ...asked('flag_is_active', '$REQUEST, ', 'flag_name'),
    ...asked('switch_is_active', '', 'switch_name'),
    ...asked('sample_is_active', '', 'sample_name'),
    ...decorated('waffle_flag', 'flag_name'),
    ...decorated('waffle_switch', 'switch_name'),
    {
      match: 'get_waffle_flag_model().get($FLAG).is_active($$$)',
      language: 'python',
      import: modules,
      yields: 'boolean',
    },
    {
      match: 'get_waffle_switch_model().get($FLAG).is_active()',
      language: 'python',
      import: modules,
      yields: 'boolean',
    },
    {
      match: 'get_waffle_sample_model().get($FLAG).is_active()',
      language: 'python',
      import: modules,
      yields: 'boolean',
    },
    { match: 'Flag.get($FLAG).is_active($$$)', language: 'python', import: modules, yields: 'boolean' },
    { match: 'Switch.get($FLAG).is_active()', language: 'python', import: modules, yields: 'boolean' },
    { match: 'Sample.get($FLAG).is_active()', language: 'python', import: modules, yields: 'boolean' },
    ...['flag', 'switch', 'sample'].flatMap(shown),
  ],
  droppableCalls: ['waffle.get_waffle_flag_model', 'waffle.get_waffle_switch_model', 'waffle.get_waffle_sample_model'],
  templateLibraries: { waffle_tags: ['flag', 'switch', 'sample', 'wafflejs'] },
  archive: 'Delete $FLAG in the database, with a migration or in the admin of Django',
  documentation: 'https://waffle.readthedocs.io/en/stable/usage/views.html',
};

function asked(name: string, before: string, keyword: string): readonly ReadShape[] {
  const shape = { language: 'python', import: modules, yields: 'boolean' } as const;
  return [
    ...pythonCall(`${name}(${before}`, keyword, shape),
    ...pythonCall(`$WAFFLE.${name}(${before}`, keyword, shape),
  ];
}

function decorated(name: string, keyword: string): readonly ReadShape[] {
  const shape = { language: 'python', import: modules, yields: 'boolean' } as const;
  const inverted = { ...shape, prefix: '!', negate: true } as const;
  return [`@${name}(`, `@$WAFFLE.${name}(`].flatMap((call) => [
    ...pythonCall(call, keyword, shape),
    ...pythonCall(call, keyword, inverted),
  ]);
}

/** `{% flag "x" %}` in Django, and `waffle.flag("x")` in Jinja. */
function shown(name: string): readonly ReadShape[] {
  return [
    { match: `{% ${name} $FLAG %}`, language: 'template', import: 'waffle_tags', yields: 'boolean' },
    {
      match: `waffle.${name}($FLAG)`,
      language: 'template',
      import: ['waffle.jinja', 'waffle.helpers'],
      yields: 'boolean',
    },
  ];
}
