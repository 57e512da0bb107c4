import { describe, expect, it } from 'vitest';
import schema from '../../ffsd.schema.json' with { type: 'json' };
import { codemods } from '../generated/codemods.ts';
import { readConfig } from './read-config.ts';

const read = (text: string) => readConfig('ffsd.json', text);

function problem(text: string): { message: string; hint: string } {
  try {
    read(text);
  } catch (error) {
    const { message, hint } = error as { message: string; hint: string };
    return { message, hint };
  }
  throw new Error('nothing was wrong');
}

describe('readConfig', () => {
  it('takes every key that the documentation names', () => {
    const text = `{
      "$schema": "./node_modules/ffsd/ffsd.schema.json", // a comment
      "presets": ["launchdarkly-node"],
      "reads": ["useUiFlag($FLAG)", { "match": "flags.$FLAG", "import": "~/flags", "returns": "object:.enabled", "negate": true }],
      "sets": ["setFlag($FLAG, $_)"],
      "conditionProps": [{ "component": "ConditionallyRender", "condition": "condition", "then": "show", "else": "elseShow" }],
      "definitions": ["config/flags.json", "src/flags.ts#FlagKey"],
      "flags": { "new-checkout": { "value": true, "owner": "@shop", "since": "2026-01-01" }, "x": { "value": null } },
      "keep": ["legacy/**"], "verify": ["nx affected -t typecheck,test"], "publish": { "forge": "github", "maxOpen": 5 },
    }`;
    expect(read(text)).toMatchObject({ keep: ['legacy/**'], flags: { 'new-checkout': { value: true } } });
  });

  it('is not put off by a byte order mark', () => {
    expect(read('\uFEFF{ "keep": [] }')).toEqual({ keep: [] });
  });

  it.each([
    ['{\n  "read": ["x"]\n}', 'ffsd.json:2: read is not a known key', 'Did you mean "reads"?'],
    [
      '{ "reads": [\n{ "math": "x", "match": "y" }] }',
      'ffsd.json:2: reads[0].math is not a known key',
      'Did you mean "match"?',
    ],
    ['{ "reads": [7] }', 'ffsd.json:1: reads[0] must be a string or an object, not 7', ''],
    ['{ "presets": "launchdarkly" }', 'ffsd.json:1: presets must be an array, not "launchdarkly"', ''],
    ['{ "flags": { "a": { "owner": "me" } } }', 'ffsd.json:1: flags.a lacks the key "value"', ''],
    ['{ "flags": { "a": { "value": 1, "since": "May" } } }', 'ffsd.json:1: flags.a.since cannot be "May"', ''],
    [
      '{ "publish": { "forge": "githib" } }',
      'ffsd.json:1: publish.forge must be one of github, gitlab',
      'Did you mean "github"',
    ],
    ['{ "keep": [],\n "keep": [] }', 'ffsd.json:2: keep stands here twice', 'Keep one of them.'],
    ['[]', 'ffsd.json:1: the document must be an object, not an array', ''],
    ['{\n  "keep": [,]\n}', 'ffsd.json:2: this is no JSON: value expected', 'Comments'],
    ['', 'ffsd.json:1: this is no JSON', ''],
  ])('refuses %j', (text, message, hint) => {
    expect(problem(text).message).toContain(message);
    expect(problem(text).hint).toContain(hint);
  });

  it('names all that is wrong at once', () => {
    const { message, hint } = problem('{\n"red": [],\n"kep": []\n}');
    expect(message.split('\n')).toEqual([
      'ffsd.json:2: red is not a known key. Did you mean "reads"?',
      'ffsd.json:3: kep is not a known key. Did you mean "keep"?',
    ]);
    expect(hint).toBe('Mend these keys and run the command again.');
  });

  it('is not fooled by the names that every object has', () => {
    expect(problem('{ "constructor": 1 }').message).toContain('constructor is not a known key');
    expect(read('{ "flags": { "constructor": { "value": 1 } } }')).toBeTruthy();
  });
});

it('knows every key that a codemod reads', () => {
  const keys = codemods.flatMap(({ options }) => Object.values(options).flatMap(({ config }) => config ?? []));
  expect(keys).not.toEqual([]);
  expect(keys.filter((key) => !Object.hasOwn(schema.properties, key))).toEqual([]);
});
