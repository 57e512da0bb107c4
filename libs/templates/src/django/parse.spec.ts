import { describe, expect, it } from 'vitest';
import type { DjangoFile } from './parse.ts';
import { parseDjango } from './parse.ts';
import { blocksIn } from './tree.ts';

const parsed = (text: string, path = 'a.html') => parseDjango(path, text) as DjangoFile;

describe('parseDjango', () => {
  it.each([
    ['{% if a %}{% endif %}', 'either'],
    ['{% load waffle_tags %}', 'django'],
    ['{{ a|date:"Y" }}', 'django'],
    ['{{ _("a") }}', 'either'],
    ['{{ f(a) }}', 'jinja'],
    ['{% if (a or b) and c %}{% endif %}', 'jinja'],
    ['{%- if a %}{% endif %}', 'jinja'],
    ['{% set a = 1 %}', 'jinja'],
    ['{% if a\n  and b %}{% endif %}', 'jinja'],
  ])('%s is %s', (text, dialect) => expect(parsed(text).dialect).toBe(dialect));

  it('knows the dialect by the name of the file', () => {
    expect(parsed('', 'mail.txt.j2').dialect).toBe('jinja');
    expect(parsed('', 'mail.jinja2').dialect).toBe('jinja');
    expect(parsed('', 'mail.djhtml').dialect).toBe('django');
  });

  it.each([
    ['a\n{% if a %}', { line: 2, message: '{% if %} is not closed' }],
    ['{% endif %}', { line: 1, message: '{% endif %} ends no block' }],
    ['{% for a in b %}{% if c %}{% endfor %}', { line: 1, message: '{% if %} is not closed' }],
    ['{% else %}', { line: 1, message: '{% else %} stands in no block' }],
  ])('refuses %j', (text, error) => expect(parseDjango('a.html', text)).toMatchObject(error));

  it('finds blocks of tags that nobody has heard of', () => {
    const names = blocksIn(parsed('{% card %}{% icon %}{% flag "a" %}{% else %}{% endflag %}{% endcard %}').nodes);
    expect(names.map(({ name, branches }) => [name, branches.length])).toEqual([
      ['card', 1],
      ['flag', 2],
    ]);
  });

  it('reads nothing in comments and in what is shown as it is', () => {
    const text =
      '{# {% if a %} #}{% comment %}{{ b }}{% endcomment %}{% verbatim x %}{% if %}{% endverbatim %}{% endverbatim x %}{{ c }}';
    expect(parsed(text).places).toHaveLength(1);
    expect(parsed('{% raw %}{{ a }}{% endraw %}{# {{\n b #}{{ c }}', 'a.j2').places).toHaveLength(1);
  });

  it('takes a tag of Django over two lines for text', () => {
    expect(parsed('{% load a %}{% if\n a %}').nodes).toHaveLength(2);
    expect(parsed('{% if\n a %}{% endif %}', 'a.j2').places).toHaveLength(1);
  });

  it.each([
    ['{% if a and not b.c|length > 3 or "x" in d %}{% endif %}', ['test a and not b.c|length > 3 or "x" in d']],
    ['{% with a=b c=d.0 %}{% endwith %}', ['binding b', 'binding d.0']],
    ['{% with b.c as a %}{% endwith %}', ['binding b.c']],
    ['{% with a = b, c = d %}{% endwith %}', ['binding b', 'binding d']],
    ['{% set a = b if c else d %}', ['binding b if c else d']],
    ['{% include "a.html" with a=b only %}', ['argument "a.html"', 'argument b']],
    ['{% for a, b in c if d %}{{ e }}{% endfor %}', ['argument c', 'loop-test d', 'output e']],
    ['{% url "x" a.b c=d as e %}', ['argument "x"', 'argument a.b', 'argument d']],
    ['{% flag_enabled "X" as on %}', ['argument "X"']],
    ['{% macro f(a=b) %}{{ c }}{% endmacro %}', ['output c']],
    ['{{ f(a, *b) }}{{ c }}', ['output c']],
  ])('finds the expressions of %s', (text, places) => {
    const file = parsed(text);
    const found = file.places.map(({ kind, expression: { start, end } }) => `${kind} ${text.slice(start, end)}`);
    expect(found).toEqual(places);
  });
});
