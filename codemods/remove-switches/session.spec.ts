import type { Edit } from '@ffsd/edits';
import { memoryWorkspace } from '@ffsd/workspace';
import { describe, expect, it } from 'vitest';
import { python } from './python/language.ts';
import { openSession } from './session.ts';
import { typescript } from './typescript/language.ts';

/** Commits a draft that puts one text in the place of another, as a wrong plan might; gives the reason for which it was refused. */
function refusal(path: string, before: string, old: string, text: string): string | undefined {
  const session = openSession(memoryWorkspace({ [path]: before }), [typescript, python]);
  const start = before.indexOf(old);
  const edits: readonly Edit[] = [{ start, end: start + old.length, text }];
  const draft = { key: 'x', title: 'x', why: '', safety: 'safe' as const, evidence: [], dependsOn: [] };
  const taken = session.commit({ ...draft, files: [{ kind: 'edit', path, edits }] });
  expect(session.read(path)).toBe(taken ? before.replace(old, text) : before);
  expect(session.kept.map(({ code }) => code)).toEqual(taken ? [] : ['would-break']);
  return session.kept[0]?.because;
}

describe('a draft is refused', () => {
  const shadowed = `function f() {
  if (on) { const log = quiet; log(1); }
  log(2);
}
function log() {}
const quiet = log;
`;
  it.each([
    ['f(a)', ')', '', 'not parse'],
    ['const a = 1;\nf(a);', 'const a = 1;\n', '', 'use a, which is declared nowhere'],
    [shadowed, 'if (on) { const log = quiet; log(1); }', 'const log = quiet; log(1);', 'log would mean another thing'],
    ['function f() { function g() {} g(); }', 'g();', 'function g() {}', 'declare g twice'],
    ["import { a } from 'a';\nf(a);", 'f(a);', 'const a = 1;', 'declare a twice'],
    ['const o = { a: 1, b: 2 };', 'b: 2', 'a: 2', 'declare a twice'],
    ['class A { a() {} b() {} }', 'b()', 'a()', 'declare a twice'],
  ])('in TypeScript: %j without %j', (before, old, text, problem) => {
    expect(refusal('a.ts', before, old, text)).toContain(problem);
  });

  it.each([
    ['x = f(a)\n', ')', '', 'not parse'],
    ['def f(a):\n    return a\n', 'a):', '):', 'use a, which the removed code binds'],
    ['x = 1\ndef f():\n    x = 2\n    return x\n', '    x = 2\n', '', 'makes x a name of its function'],
    ['for a in b:\n    break\n', 'for a in b:', 'if b:', 'break outside of a loop'],
    [
      'for a in b:\n    pass\nelse:\n    pass\n',
      'else:\n    pass',
      'else:\n    continue',
      'continue outside of a loop',
    ],
    ['def f():\n    return 1\n', 'def f():', 'if 1:', 'return outside of a function'],
    ['def f():\n    yield 1\n', 'def f():', 'class f:', 'yield outside of a function'],
    ['f(a=1, b=2)\n', 'b=', 'a=', 'the argument a twice'],
    ['def f(a, *, b):\n    pass\n', 'b', 'a', 'the parameter a twice'],
    ['"""x"""\nfrom __future__ import annotations\n', '"""x"""', 'import a', 'from __future__ behind other'],
    [
      'x = 1\ndef f():\n    global x\n    x = 2\n',
      'global x',
      'print(x)\n    global x',
      'x before it is declared global',
    ],
    ['try:\n    pass\nexcept E:\n    pass\nexcept:\n    pass\n', 'except E', 'except', 'a bare except before others'],
  ])('in Python: %j without %j', (before, old, text, problem) => {
    expect(refusal('a.py', before, old, text)).toContain(problem);
  });

  it('unless the file was so before', () => {
    expect(refusal('a.ts', 'const o = { a: 1, a: 2 };\nf(b, c);', ', c', '')).toBeUndefined();
    expect(refusal('a.py', 'break\nf(x, 1)\n', ', 1', '')).toBeUndefined();
  });
});

/** A session on one file in which each replacement was made by a draft of its own, with the given key. */
function after(before: string, ...made: readonly (readonly [key: string, old: string, text: string])[]) {
  const session = openSession(memoryWorkspace({ 'a.ts': before }), [typescript]);
  for (const [key, old, text] of made) {
    const start = session.read('a.ts')!.indexOf(old);
    const edits = [{ start, end: start + old.length, text }];
    session.commit({ ...empty, key, files: [{ kind: 'edit', path: 'a.ts', edits }] });
  }
  return session;
}

const empty = { title: 'x', why: '', safety: 'safe' as const, evidence: [], dependsOn: [] };

describe('what touched a range', () => {
  const before = 'const a = on();\nconst b = 2;\nconst c = on();\n';
  const keysAt = (session: ReturnType<typeof after>, part: string) => {
    const start = session.read('a.ts')!.indexOf(part);
    return session.touching('a.ts', start, start + part.length);
  };

  it('is what wrote in it, and not what wrote elsewhere', () => {
    const session = after(before, ['one', 'on()', 'true'], ['two', 'on()', 'false']);
    expect(keysAt(session, 'a = true')).toEqual(['one']);
    expect(keysAt(session, 'c = false')).toEqual(['two']);
    expect(keysAt(session, 'b = 2')).toEqual([]);
  });

  it('is what removed something in it or right beside it, wherever later drafts have moved it', () => {
    const session = after(before, ['one', '2', '3'], ['two', '\nconst b = 3;', ''], ['three', 'const a = on();\n', '']);
    expect(session.read('a.ts')).toBe('const c = on();\n');
    expect(keysAt(session, 'const c')).toEqual(['one', 'two', 'three']);
    expect(keysAt(session, 'on()')).toEqual([]);
  });
});

describe('what was kept', () => {
  const kept = { place: { path: 'a.ts', line: 1 }, code: 'returned-value', because: 'first' } as const;

  it('is released by its place and code, and may be told again', () => {
    const session = after('f();\n');
    session.keep(kept);
    session.keep({ ...kept, code: 'stored-value' });
    session.keep({ ...kept, place: { path: 'a.ts', line: 2 } });
    session.release(kept);
    expect(session.kept.map(({ place, code }) => `${place.line} ${code}`)).toEqual([
      '1 stored-value',
      '2 returned-value',
    ]);
    session.keep(kept);
    expect(session.kept).toHaveLength(3);
    session.keep(kept);
    expect(session.kept).toHaveLength(3);
  });
});

describe('a file that is deleted', () => {
  it('is read and found no more, and its deletion rests on all that was done to it', () => {
    const session = after('const a = on();\nconst b = on();\n', ['one', 'on()', 'true'], ['two', 'on()', 'true']);
    expect(session.changed()).toEqual(['a.ts']);
    session.commit({ ...empty, key: 'gone', files: [{ kind: 'delete', path: 'a.ts' }] });
    expect([session.read('a.ts'), session.files(), session.search(['const']), session.changed()]).toEqual([
      undefined,
      [],
      [],
      [],
    ]);
    expect(session.drafts.at(-1)!.dependsOn).toEqual(['one', 'two']);
  });
});
