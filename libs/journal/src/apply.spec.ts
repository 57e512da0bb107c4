import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { sequence } from '@ffsd/changes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ConflictError } from './errors/conflict-error.ts';
import { OutsideError } from './errors/outside-error.ts';
import { openJournal } from './open-journal.ts';
import { openSample, ten } from './open-sample.ts';
import { replacing, sampleChange, sampleWorkspace } from './sample-workspace.ts';

const meta = { command: 'ffsd sample' };

describe('apply', () => {
  it('writes the files and a record that git can take back by itself', () => {
    const { workspace, apply } = openSample({ 'a.ts': ten, 'b.ts': 'gone\r\n', 'c.ts': '\uFEFFmoved' });
    const before = workspace.files();
    const { run } = apply(
      sampleChange('one', [replacing(ten, 'a.ts', 'line 2\n', ''), { kind: 'create', path: 'new/d.ts', text: 'new' }]),
      sampleChange('two', [replacing(ten, 'a.ts', 'line 3\n', '')]),
      sampleChange('three', [
        { kind: 'delete', path: 'b.ts' },
        { kind: 'rename', path: 'c.ts', to: 'e.ts' },
      ]),
    );
    expect(workspace.files()).toEqual({
      'a.ts': ten.replace('line 2\nline 3\n', ''),
      'e.ts': '\uFEFFmoved',
      'new/d.ts': 'new',
    });
    const folder = join(workspace.root, '.ffsd/journal', run);
    const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));
    expect(patches).toEqual(['01-sample-one.patch', '02-sample-two.patch', '03-sample-three.patch']);
    for (const patch of patches.toReversed()) {
      execFileSync('git', ['apply', '-R', '--whitespace=nowarn', join(folder, patch)], { cwd: workspace.root });
    }
    expect(workspace.files()).toEqual(before);
    expect(readFileSync(join(workspace.root, '.ffsd/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('writes nothing when a file is not as it was planned on', () => {
    const { workspace, journal } = openSample({ 'a.ts': 'one\ntwo\n', 'b.ts': 'x' });
    const set = sequence(workspace.get, [
      sampleChange('b', [replacing('x', 'b.ts', 'x', 'y')]),
      sampleChange('a', [replacing('one\n', 'a.ts', 'one', '1')]),
    ]);
    workspace.put('a.ts', 'one\nTWO\n');
    expect(() => journal.apply(set, meta)).toThrow(ConflictError);
    expect(() => journal.apply(set, meta)).toThrow(/a\.ts:2 differs/);
    expect(workspace.files()).toEqual({ 'a.ts': 'one\nTWO\n', 'b.ts': 'x' });
    expect(journal.log()).toEqual([]);
  });

  it.each([
    '../x.ts',
    '/tmp/x.ts',
    'a/../../x.ts',
    'out/x.ts',
    'link.ts',
    '.ffsd/x',
    '.git/hooks/x',
    'a\\x.ts',
    'folder',
    '',
  ])('never writes outside: %s', (path) => {
    const { workspace, apply } = openSample({ 'a.ts': 'x' });
    const outside = sampleWorkspace({ 'secret.ts': 's' });
    onTestFinished(outside.dispose);
    symlinkSync(outside.root, join(workspace.root, 'out'));
    symlinkSync(join(outside.root, 'secret.ts'), join(workspace.root, 'link.ts'));
    mkdirSync(join(workspace.root, 'folder'));
    const create = sampleChange('c', [{ kind: 'create', path, text: 'x' }]);
    const read = (asked: string) => (asked === 'a.ts' ? 'x' : undefined);
    const journal = openJournal(workspace.root);
    const changes = [sampleChange('a', [replacing('x', 'a.ts', 'x', 'y')]), create];
    expect(() => journal.apply(sequence(read, changes), meta)).toThrow(OutsideError);
    expect(workspace.get('a.ts')).toBe('x');
    expect(outside.files()).toEqual({ 'secret.ts': 's' });
    expect(apply).toBeDefined();
  });

  it('works in a workspace that is itself reached by a link', () => {
    const { workspace } = openSample({ 'real/a.ts': 'x' });
    symlinkSync(join(workspace.root, 'real'), join(workspace.root, 'link'));
    const read = (path: string) => workspace.get(`real/${path}`);
    const journal = openJournal(join(workspace.root, 'link'));
    journal.apply(sequence(read, [sampleChange('a', [replacing('x', 'a.ts', 'x', 'y')])]), meta);
    expect(workspace.get('real/a.ts')).toBe('y');
  });

  it('keeps the mode bits of what it replaces, deletes and renames', () => {
    const { workspace, journal, apply } = openSample({ 'a.ts': 'x' });
    workspace.put('run.sh', '#!/bin/sh\n', 0o755);
    workspace.put('gone.sh', 'gone\n', 0o750);
    workspace.put('move.sh', 'move\n', 0o700);
    apply(
      sampleChange('1', [replacing('#!/bin/sh', 'run.sh', 'sh', 'bash')]),
      sampleChange('2', [{ kind: 'delete', path: 'gone.sh' }]),
      sampleChange('3', [{ kind: 'rename', path: 'move.sh', to: 'moved.sh' }]),
    );
    expect([workspace.mode('run.sh'), workspace.mode('moved.sh')]).toEqual([0o755, 0o700]);
    journal.undo();
    expect(['run.sh', 'gone.sh', 'move.sh'].map(workspace.mode)).toEqual([0o755, 0o750, 0o700]);
    journal.redo();
    journal.undo();
    expect(['run.sh', 'gone.sh', 'move.sh'].map(workspace.mode)).toEqual([0o755, 0o750, 0o700]);
  });

  it('refuses a text that no file can hold', () => {
    const { workspace, apply } = openSample({ 'a.ts': '"😀"' });
    const half = sampleChange('1', [{ kind: 'edit', path: 'a.ts', edits: [{ start: 1, end: 2, text: '' }] }]);
    expect(() => apply(half)).toThrow(/a\.ts cuts a character in half/);
    expect(workspace.files()).toEqual({ 'a.ts': '"😀"' });
  });

  it('does nothing, and leaves nothing, for an empty set', () => {
    const { workspace, journal } = openSample({});
    expect(journal.apply({ steps: [], kept: [] }, meta)).toBeUndefined();
    expect(workspace.has('.ffsd')).toBe(false);
  });
});
