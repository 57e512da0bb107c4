import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import type { FindFlagsOptions } from './find-flags.ts';
import { findFlags } from './find-flags.ts';

function found(files: Readonly<Record<string, string>>, options?: FindFlagsOptions) {
  const { flags, dynamic, unparsable } = findFlags(memoryWorkspace(files), options);
  const places = flags.map(({ key, reads }) => [key, reads.map(({ path, line }) => `${path}:${line}`)] as const);
  return { places: Object.fromEntries(places), flags, dynamic, unparsable };
}

const unleash = "import { isEnabled, getVariant } from 'unleash-client';\n";
const waffle = 'from waffle import flag_is_active, switch_is_active\n';

describe('the flags of TypeScript', () => {
  it('are found by what the imports of a file call for, each with its places', () => {
    const { places, flags } = found({
      'a.ts': `${unleash}if (isEnabled('b') && isEnabled('a')) f();\n`,
      'b.ts': `${unleash}\nexport const x = isEnabled("a");\n`,
    });
    expect(places).toEqual({ a: ['a.ts:2', 'b.ts:3'], b: ['a.ts:2'] });
    expect(flags[0]!.reads[0]).toEqual({ path: 'a.ts', line: 2, vocabulary: 'unleash-node', compared: [] });
  });

  it('are no flags where the reader is another one of the same name', () => {
    expect(found({ 'a.ts': "import { isEnabled } from './own';\nisEnabled('a');\n", 'b.ts': unleash }).places).toEqual(
      {},
    );
  });

  it('are known by constants, enums and the objects of other files', () => {
    const { places } = found({
      'keys.ts': "export const NEW = 'new-ui';\nexport enum Key { Old = 'old-ui' }\n",
      'a.ts': `${unleash}import { Key, NEW } from './keys';\nisEnabled(NEW);\nisEnabled(Key.Old);\n`,
    });
    expect(places).toEqual({ 'new-ui': ['a.ts:3'], 'old-ui': ['a.ts:4'] });
  });

  it('are counted once where one result is asked several times', () => {
    const { flags } = found({
      'a.ts': `${unleash}const v = getVariant('a');\nif (v.name === 'red') f();\nif (v.name === 'blue') g();\n`,
    });
    expect(flags).toEqual([
      { key: 'a', reads: [{ path: 'a.ts', line: 2, vocabulary: 'unleash-node', compared: ['red', 'blue'] }] },
    ]);
  });

  it('are found inside of each other', () => {
    const { places } = found({ 'a.ts': `${unleash}isEnabled('a', {}, isEnabled('b'));\n` });
    expect(places).toEqual({ a: ['a.ts:2'], b: ['a.ts:2'] });
  });

  it('tell the values they are compared with', () => {
    const reads = ['variation($FLAG, $$$)'];
    const compared = (code: string) => found({ 'a.ts': code }, { reads }).flags[0]!.reads[0]!.compared;
    expect(compared("if (variation('a') === 'red') f();")).toEqual(['red']);
    expect(compared("if (2 !== (variation('a') ?? 1)) f();")).toEqual([2]);
    expect(compared("switch (variation('a')) { case 'red': case 'blue': f(); }")).toEqual(['red', 'blue']);
    expect(compared("const v = variation('a'); if (v === 'red' || v === 'red') f();")).toEqual(['red']);
    expect(compared("if (variation('a')) f();")).toEqual([]);
    expect(compared("if (variation('a') === other) f();")).toEqual([]);
  });

  it('are what sets no flag', () => {
    expect(found({ 'a.ts': 'flags.a = true;\nif (flags.b) f();\n' }, { reads: ['flags.$FLAG'] }).places).toEqual({
      b: ['a.ts:2'],
    });
  });

  it('are found at components', () => {
    const { places } = found({
      'a.tsx':
        'import { FeatureFlag } from \'@openfeature/react-sdk\';\nexport const A = () => <FeatureFlag flagKey="a">x</FeatureFlag>;\n',
    });
    expect(places).toEqual({ a: ['a.tsx:2'] });
  });

  it('have the key that is meant by its spelling at a read, when there is one', () => {
    const react = "import { useFlags } from 'launchdarkly-react-client-sdk';\nconst { newCheckout } = useFlags();\n";
    expect(found({ 'a.tsx': react }).places).toEqual({ newCheckout: ['a.tsx:2'] });
    expect(found({ 'a.tsx': react }, { knownKeys: ['new-checkout'] }).places).toEqual({ 'new-checkout': ['a.tsx:2'] });
    const two = ['new-checkout', 'new_checkout'];
    expect(found({ 'a.tsx': react }, { knownKeys: two }).places).toEqual({ newCheckout: ['a.tsx:2'] });
  });
});

describe('the flags of Python', () => {
  it('are found with the constants and classes that hold their keys', () => {
    const { places, flags } = found({
      'keys.py': "NEW = 'new-ui'\n",
      'a.py': `${waffle}from keys import NEW\n\ndef f(request):\n    if flag_is_active(request, NEW):\n        return switch_is_active('old')\n`,
    });
    expect(places).toEqual({ 'new-ui': ['a.py:5'], old: ['a.py:6'] });
    expect(flags[0]!.reads[0]!.vocabulary).toBe('django-waffle');
  });

  it('are the same whether a decorator negates or not', () => {
    const { places } = found({
      'a.py':
        "from waffle.decorators import waffle_flag\n\n@waffle_flag('!a')\ndef f(r): ...\n\n@waffle_flag('a')\ndef g(r): ...\n",
    });
    expect(places).toEqual({ a: ['a.py:3', 'a.py:6'] });
  });

  it('tell the values they are compared with', () => {
    const reads = ['variation($FLAG)'];
    const compared = (code: string) => found({ 'a.py': code }, { reads }).flags[0]!.reads[0]!.compared;
    expect(compared("x = variation('a') == 'red'\n")).toEqual(['red']);
    expect(compared("x = None is not variation('a')\n")).toEqual([null]);
    expect(compared("x = variation('a') in ('red', 'blue')\n")).toEqual(['red', 'blue']);
    expect(compared("v = variation('a')\nx = v == 'red'\n")).toEqual(['red']);
    expect(compared("match variation('a'):\n    case 'red' | 'blue':\n        f()\n")).toEqual(['red', 'blue']);
    expect(compared("x = f() if variation('a') else g()\n")).toEqual([]);
  });
});

it('puts the reads of both languages under one key', () => {
  const files = { 'a.ts': `${unleash}isEnabled('a');\n`, 'b.py': `${waffle}switch_is_active('a')\n` };
  expect(found(files).places).toEqual({ a: ['a.ts:2', 'b.py:2'] });
});

it('names the reads whose key is put together', () => {
  const { flags, dynamic } = found({ 'a.ts': `${unleash}export const on = (key: string) =>\n  isEnabled(key);\n` });
  expect(flags).toEqual([]);
  expect(dynamic).toEqual([{ path: 'a.ts', line: 3, code: 'isEnabled(key)' }]);
});

it('looks only where it may, and says which files do not parse', () => {
  const files = { 'a/x.ts': `${unleash}isEnabled('a');\n`, 'b/x.ts': `${unleash}isEnabled('b'\n` };
  expect(found(files, { within: (path) => path.startsWith('a/') })).toMatchObject({
    places: { a: ['a/x.ts:2'] },
    unparsable: [],
  });
  expect(found(files).unparsable).toMatchObject([{ path: 'b/x.ts' }]);
});

it('parses no file that names no reader', () => {
  expect(found({ 'a.ts': `${unleash}isEnabled('a');\n`, 'broken.ts': 'if (\n' }).unparsable).toEqual([]);
});

it('takes only the vocabularies that are named', () => {
  const files = { 'a.ts': `${unleash}isEnabled('a');\nprocess.env.B;\n` };
  expect(found(files, { presets: ['env'] }).places).toEqual({ B: ['a.ts:3'] });
});

it('refuses a pattern that is none in any language', () => {
  expect(() => found({ 'a.ts': '' }, { reads: ['is enabled($FLAG)'] })).toThrow('is enabled');
});
