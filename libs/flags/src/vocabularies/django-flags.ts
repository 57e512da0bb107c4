import { pythonCall } from '../python-call.ts';
import type { ReadShape, Vocabulary } from '../read-shape.ts';

const modules = ['flags'];

/**
 * The decorators are written out: with `pass_if_set` or a state that is computed nothing is known. Where the flag is off they raise
 * Http404, or call the fallback.
 */
export const djangoFlags: Vocabulary = {
  name: 'django-flags',
  title: 'Django-Flags',
  packages: ['django-flags'],
  modules,
  languages: ['python', 'template'],
  reads: [
    ...['flag_enabled', 'flag_state', '$STATE.flag_enabled', '$STATE.flag_state'].flatMap((name) =>
      pythonCall(`${name}(`, 'flag_name', { language: 'python', import: modules, yields: 'boolean' }),
    ),
    ...['flag_disabled', '$STATE.flag_disabled'].flatMap((name) =>
      pythonCall(`${name}(`, 'flag_name', {
        language: 'python',
        import: modules,
        yields: 'boolean',
        negate: true,
      }),
    ),
    ...['', ', $_', ', fallback_view=$_'].flatMap((fallback) => [
      decorator(`@flag_required($FLAG${fallback})`, false),
      decorator(`@flag_required($FLAG${fallback}, pass_if_set=True)`, false),
      decorator(`@flag_required($FLAG${fallback}, pass_if_set=False)`, true),
    ]),
    decorator('@flag_required($FLAG, $_, True)', false),
    decorator('@flag_required($FLAG, $_, False)', true),
    ...['True', 'state=True'].map((state) => decorator(`@flag_check($FLAG, ${state}, $$$)`, false)),
    ...['False', 'state=False'].map((state) => decorator(`@flag_check($FLAG, ${state}, $$$)`, true)),
    ...shown('flag_enabled', false),
    ...shown('flag_disabled', true),
  ],
  templateLibraries: { feature_flags: ['flag_enabled', 'flag_disabled'] },
  archive: 'Remove $FLAG from the flags in the database',
  documentation: 'https://cfpb.github.io/django-flags/api/decorators/',
};

function decorator(match: string, negate: boolean): ReadShape {
  return { match, language: 'python', import: modules, yields: 'boolean', ...(negate ? { negate } : {}) };
}

/** `{% flag_enabled "X" as on %}` in Django, and `flag_enabled("X", request)` in Jinja. */
function shown(name: string, negate: boolean): readonly ReadShape[] {
  const shape = { language: 'template', yields: 'boolean', ...(negate ? { negate } : {}) } as const;
  return [
    { ...shape, match: `{% ${name} $FLAG as $NAME %}`, import: 'feature_flags' },
    { ...shape, match: `${name}($FLAG, $$$)`, import: 'flags.jinja2tags' },
  ];
}
