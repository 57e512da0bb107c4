import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateEngines } from '../laws/template-engines.ts';
import { arbitraryTemplate } from './arbitrary-template.ts';
import { inTemplates } from './in-templates.ts';
import { tryRemoval } from './try-removal.ts';

const count = Number(process.env.FFSD_PROGRAMS ?? 25);
const parameters = { numRuns: count, seed: Number(process.env.FFSD_SEED ?? 20_260_000) };
const timeout = 60_000 + count * 1_000;

describe.each([
  { name: 'jinja', path: 'shop/page.html.j2', value: true, variants: ['new'] },
  { name: 'jinja', path: 'shop/page.html.j2', value: false, variants: ['new'] },
  { name: 'jinja', path: 'shop/page.html.j2', value: 'wide', variants: ['wide', 'compact'] },
  { name: 'django', path: 'shop/page.djhtml', value: true, variants: ['new'] },
  { name: 'django', path: 'shop/page.djhtml', value: false, variants: ['new'] },
  { name: 'django', path: 'shop/page.djhtml', value: 'wide', variants: ['wide', 'compact'] },
] as const)('with the flag at $value', ({ name, path, value, variants }) => {
  const run = [
    `log(render('${path}', isEnabled=is_enabled, items=[1, 2], on=True, other='x', user={'name': 'new'}))`,
    `log(render('${path}', isEnabled=is_enabled, items=[1], on=False, other=0, user={}))`,
  ].join('\n');
  it.skipIf(!templateEngines.has(name))(
    `${count} templates of ${name} show the same before and after`,
    { timeout },
    () =>
      fc.assert(
        fc.asyncProperty(arbitraryTemplate({ name, variants }), (text) =>
          tryRemoval(inTemplates, { path, text, run, value }),
        ),
        parameters,
      ),
  );
});

it.skipIf(!templateEngines.has('jinja'))('the templates show something', async () => {
  const path = 'shop/page.html.j2';
  const run = `log(render('${path}', isEnabled=is_enabled, items=[1, 2], on=True, other='x', user={'name': 'new'}))`;
  const texts = fc.sample(arbitraryTemplate({ name: 'jinja', variants: ['new'] }), { numRuns: 50, seed: 1 });
  const shown = await Promise.all(texts.map((text) => inTemplates.behaviourOf({ path, text, run, value: true })));
  expect(texts.filter((text) => inTemplates.readsIn('', text) > 0).length).toBeGreaterThan(25);
  expect(new Set(shown).size).toBeGreaterThan(25);
});
