// Removes every flag of a repository in memory, with both values, and checks what comes of it:
// `node --import tsx --conditions @ffsd/source tools/scripts/remove-every-flag.ts --root DIR --keys a,b --read 'isEnabled($FLAG)'`.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { removeSwitches } from '@ffsd/remove-switches';
import { diskWorkspace } from '@ffsd/workspace';
import { keysIn } from './every-flag/keys-in.ts';
import { tryKey } from './every-flag/try-key.ts';

const { values } = parseArgs({
  options: {
    root: { type: 'string' },
    keys: { type: 'string' },
    // A file with a union of the keys, or with one key on each line.
    'keys-from': { type: 'string' },
    read: { type: 'string', multiple: true, default: [] },
    // Keys whose plan takes longer are named.
    slow: { type: 'string', default: '3' },
    // Seconds after which no other key is begun.
    within: { type: 'string', default: 'Infinity' },
  },
});
const listed = values['keys-from'];
const keys = values.keys?.split(',') ?? (listed === undefined ? [] : keysIn(readFileSync(listed, 'utf8')));
if (values.root === undefined || keys.length === 0) throw new Error('--root DIR and --keys or --keys-from are needed');

const workspace = diskWorkspace(values.root);
const codes = new Map<string, number>();
let changes = 0;
let wrong = 0;
let tried = 0;
for (const flag of keys) {
  if (performance.now() > Number(values.within) * 1000) break;
  tried++;
  for (const value of ['true', 'false']) {
    const trial = tryKey(removeSwitches, workspace, { flag, value, reads: values.read });
    changes += trial.changes.length;
    wrong += trial.wrong.length;
    for (const { code } of trial.kept) codes.set(code, (codes.get(code) ?? 0) + 1);
    for (const line of trial.wrong) console.log(`${flag}=${value} ${line}`);
    if (trial.seconds > Number(values.slow)) console.log(`${flag}=${value} slow: ${trial.seconds.toFixed(1)} s`);
  }
}
console.log(`${tried} keys, ${changes} changes, ${wrong} wrong`);
console.log(
  `kept: ${[...codes]
    .sort((one, other) => other[1] - one[1])
    .map((entry) => entry.join(' '))
    .join(', ')}`,
);
