import type { Vocabulary } from '../read-shape.ts';

const modules = ['django.conf'];

/** A setting is often named as a flag of a service that it overrides, so these must be asked for by name. */
export const djangoSettings: Vocabulary = {
  name: 'django-settings',
  title: 'Settings of Django',
  packages: [],
  languages: ['python'],
  reads: [
    { match: 'settings.$FLAG', import: modules },
    { match: 'getattr(settings, $FLAG)', import: modules },
    { match: 'getattr(settings, $FLAG, $_)', import: modules },
  ],
  documentation: 'https://docs.djangoproject.com/en/stable/topics/settings/#using-settings-in-python-code',
};
