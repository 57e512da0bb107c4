import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '@ffsd/changes';
import { sequence } from '@ffsd/changes';
import { afterEach, describe, expect, it } from 'vitest';
import { ConflictError } from './errors/conflict-error.ts';
import { HasDependantsError } from './errors/has-dependants-error.ts';
import { NothingToDoError } from './errors/nothing-to-do-error.ts';
import { OutsideError } from './errors/outside-error.ts';
import { UnknownIdError } from './errors/unknown-id-error.ts';
import { openJournal } from './open-journal.ts';
import { replacing, type SampleWorkspace, sampleChange, sampleWorkspace } from './sample-workspace.ts';

const meta = { command: 'ffsd sample' };
const opened: SampleWorkspace[] = [];
afterEach(() => {
  for (const workspace of opened.splice(0)) workspace.dispose();
});

const ten = Array.from({ length: 10 }, (_, index) => `line ${index + 1}\n`).join('');

function open(files: Record<string, string>) {
  const workspace = sampleWorkspace(files);
  opened.push(workspace);
  const journal = openJournal(workspace.root);
  const apply = (...changes: Change[]) => journal.apply(sequence(workspace.get, changes), meta)!;
  return { workspace, journal, apply };
}

/** Three independent changes in one file. */
function threeInOne() {
  const opened = open({ 'a.ts': ten });
  const change = (n: number) => sampleChange(`c${n}`, [replacing(ten, 'a.ts', `line ${n}`, `LINE ${n}!`)]);
  opened.apply(change(3), change(5), change(7));
  return opened;
}

describe('apply', () => {
  it('writes the files and a record that git can take back by itself', () => {
    const { workspace, apply } = open({ 'a.ts': ten, 'b.ts': 'gone\r\n', 'c.ts': '\uFEFFmoved' });
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
    const { workspace, journal } = open({ 'a.ts': 'one\ntwo\n', 'b.ts': 'x' });
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
    const { workspace, apply } = open({ 'a.ts': 'x' });
    const outside = sampleWorkspace({ 'secret.ts': 's' });
    opened.push(outside);
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
    const { workspace } = open({ 'real/a.ts': 'x' });
    symlinkSync(join(workspace.root, 'real'), join(workspace.root, 'link'));
    const read = (path: string) => workspace.get(`real/${path}`);
    const journal = openJournal(join(workspace.root, 'link'));
    journal.apply(sequence(read, [sampleChange('a', [replacing('x', 'a.ts', 'x', 'y')])]), meta);
    expect(workspace.get('real/a.ts')).toBe('y');
  });

  it('keeps the mode bits of what it replaces, deletes and renames', () => {
    const { workspace, journal, apply } = open({ 'a.ts': 'x' });
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

  it('does nothing, and leaves nothing, for an empty set', () => {
    const { workspace, journal } = open({});
    expect(journal.apply({ steps: [], kept: [] }, meta)).toBeUndefined();
    expect(workspace.has('.ffsd')).toBe(false);
  });
});

describe('undo', () => {
  it('takes back one change in the middle of a run and leaves the later ones', () => {
    const { workspace, journal } = threeInOne();
    const { changes, run } = journal.undo(['c5']);
    expect(workspace.get('a.ts')).toBe(ten.replace('line 3', 'LINE 3!').replace('line 7', 'LINE 7!'));
    expect(changes.map(({ change }) => change.id)).toEqual(['c5']);
    expect(journal.log().map(({ id, state }) => [id, state])).toEqual([
      ['0001-sample', 'partly-undone'],
      [run, 'applied'],
    ]);
    journal.undo();
    expect(workspace.get('a.ts')).toBe(ten);
    expect(() => journal.undo()).toThrow(NothingToDoError);
    expect(() => journal.undo(['c5'])).toThrow(/c5 is taken back already/);
  });

  it('works after unrelated edits above, below and next to the change', () => {
    const { workspace, journal } = threeInOne();
    const edited = (text: string) =>
      `// above\n${text}`
        .replace('line 4\n', 'next above\n')
        .replace('line 6\n', 'next below\nand one more\n')
        .replace('line 10\n', '');
    workspace.put('a.ts', edited(workspace.get('a.ts')!));
    journal.undo(['c5']);
    expect(workspace.get('a.ts')).toBe(edited(ten.replace('line 3', 'LINE 3!').replace('line 7', 'LINE 7!')));
    journal.redo();
    expect(workspace.get('a.ts')).toBe(edited(ten.replace(/line (3|5|7)/g, 'LINE $1!')));
    journal.undo();
    expect(workspace.get('a.ts')).toBe(edited(ten));
  });

  it('refuses whole, with the lines, when the same lines were edited', () => {
    const opened = open({ 'a.ts': ten, 'b.ts': ten });
    const { workspace, journal, apply } = opened;
    apply(
      sampleChange('both', [replacing(ten, 'a.ts', 'line 5', 'LINE 5'), replacing(ten, 'b.ts', 'line 8', 'LINE 8')]),
      sampleChange('other', [replacing(ten, 'a.ts', 'line 1\n', '')]),
    );
    workspace.put('a.ts', `// above\n${workspace.get('a.ts')!.replace('LINE 5', 'mine 5')}`);
    const before = workspace.files();
    let refused: unknown;
    try {
      journal.undo();
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(ConflictError);
    expect((refused as ConflictError).disagreements).toEqual([
      { path: 'a.ts', line: 5, expected: 'LINE 5', found: 'mine 5', because: 'was edited since' },
    ]);
    expect(workspace.files()).toEqual(before);
    expect(journal.log()).toHaveLength(1);
  });

  it('refuses a change with dependants, names them, and takes them too when told', () => {
    const { workspace, journal, apply } = open({ 'a.ts': ten });
    const after = ten.replace('line 5', 'LINE FIVE');
    apply(
      sampleChange('first', [replacing(ten, 'a.ts', 'line 5', 'LINE FIVE')]),
      sampleChange('second', [replacing(after, 'a.ts', 'FIVE', 'V')], ['first']),
      sampleChange('third', [replacing(ten, 'a.ts', 'line 9', 'LINE 9')]),
    );
    expect(() => journal.undo(['first'])).toThrow(HasDependantsError);
    expect(() => journal.undo(['first'])).toThrow(/second Sample second/);
    expect(workspace.get('a.ts')).toContain('LINE V');
    const { changes } = journal.undo(['first'], { withDependants: true });
    expect(changes.map(({ change }) => change.id)).toEqual(['second', 'first']);
    expect(workspace.get('a.ts')).toBe(ten.replace('line 9', 'LINE 9'));
    expect(() => journal.redo(['second'])).toThrow(/cannot be applied without first/);
    journal.redo(['first']);
    journal.redo(['second']);
    expect(workspace.get('a.ts')).toBe(ten.replace('line 5', 'LINE V').replace('line 9', 'LINE 9'));
  });

  it('names the change of a later run that wrote on it, and takes it too when told', () => {
    const { workspace, journal, apply } = open({ 'a.ts': ten });
    apply(sampleChange('early', [replacing(ten, 'a.ts', 'line 5', 'aaa bbb')]));
    apply(sampleChange('late', [replacing(workspace.get('a.ts')!, 'a.ts', 'bbb', 'ccc')]));
    apply(sampleChange('apart', [replacing(workspace.get('a.ts')!, 'a.ts', 'line 4', 'ddd')]));
    expect(() => journal.undo(['early'])).toThrow(/late Sample late/);
    journal.undo(['early'], { withDependants: true });
    expect(workspace.get('a.ts')).toBe(ten.replace('line 4', 'ddd'));
  });

  it('takes back creations, deletions and renames, with the folders they left empty', () => {
    const { workspace, journal, apply } = open({ 'old/deep/a.ts': 'a\nb\n', 'b.ts': 'b' });
    const before = workspace.files();
    apply(
      sampleChange('1', [{ kind: 'create', path: 'new/deep/n.ts', text: 'n' }]),
      sampleChange('2', [{ kind: 'delete', path: 'b.ts' }]),
      sampleChange('3', [
        { kind: 'rename', path: 'old/deep/a.ts', to: 'moved/a.ts' },
        replacing('a\nb\n', 'old/deep/a.ts', 'a', 'A'),
      ]),
    );
    expect(workspace.files()).toEqual({ 'moved/a.ts': 'A\nb\n', 'new/deep/n.ts': 'n' });
    expect(workspace.has('old')).toBe(false);
    workspace.put('moved/a.ts', 'A\nb\nc\n');
    journal.undo();
    expect(workspace.files()).toEqual({ ...before, 'old/deep/a.ts': 'a\nb\nc\n' });
    expect([workspace.has('new'), workspace.has('moved')]).toEqual([false, false]);
    journal.redo();
    expect(workspace.files()).toEqual({ 'moved/a.ts': 'A\nb\nc\n', 'new/deep/n.ts': 'n' });
    workspace.put('new/deep/n.ts', 'n, edited');
    expect(() => journal.undo()).toThrow(/new\/deep\/n\.ts:1 was edited since/);
    workspace.remove('new/deep/n.ts');
    expect(() => journal.undo(['1'])).not.toThrow();
    workspace.put('b.ts', 'again');
    expect(() => journal.undo(['2'])).toThrow(/b\.ts is there again/);
  });

  it('takes note when git has brought the file back already', () => {
    const { workspace, journal } = threeInOne();
    workspace.put('a.ts', ten);
    expect(journal.undo().changes).toHaveLength(3);
    expect(workspace.get('a.ts')).toBe(ten);
    journal.redo(['c5']);
    expect(workspace.get('a.ts')).toBe(ten.replace('line 5', 'LINE 5!'));
  });

  it('only tells, in a dry run', () => {
    const { workspace, journal } = threeInOne();
    const before = workspace.files();
    const { run, changes } = journal.undo(['c5'], { dryRun: true });
    expect(run).toBeUndefined();
    expect(changes[0]!.files[0]).toMatchObject({ path: 'a.ts', before: before['a.ts'] });
    expect(changes[0]!.files[0]!.edits).toHaveLength(1);
    expect(workspace.files()).toEqual(before);
    expect(journal.log()).toHaveLength(1);
  });

  it('writes patches of its own that git can take back', () => {
    const { workspace, journal } = threeInOne();
    const before = workspace.files();
    const { run } = journal.undo();
    const folder = join(workspace.root, '.ffsd/journal', run!);
    const patches = readdirSync(folder).filter((name) => name.endsWith('.patch'));
    expect(patches).toEqual(['01-undo-sample-c7.patch', '02-undo-sample-c5.patch', '03-undo-sample-c3.patch']);
    for (const patch of patches.toReversed())
      execFileSync('git', ['apply', '-R', join(folder, patch)], { cwd: workspace.root });
    expect(workspace.files()).toEqual(before);
  });
});

describe('redo', () => {
  it('refuses when the place was edited since, and says where', () => {
    const { workspace, journal } = threeInOne();
    journal.undo(['c5']);
    workspace.put('a.ts', workspace.get('a.ts')!.replace('line 5', 'mine 5'));
    expect(() => journal.redo()).toThrow(/a\.ts:5 was edited since it was taken back\n.*found:\s+mine 5/);
    expect(() => journal.redo(['c3'])).toThrow(/c3 is applied/);
  });
});

describe('ids', () => {
  it('may be cut short, be a number of a run, or be wrong', () => {
    const { workspace, journal, apply } = open({ 'a.ts': ten });
    apply(sampleChange('abcd1234', [replacing(ten, 'a.ts', 'line 1', 'x')]));
    apply(sampleChange('abxx1234', [replacing(workspace.get('a.ts')!, 'a.ts', 'line 3', 'y')]));
    expect(journal.show('abc').change).toBe('abcd1234');
    expect(journal.show('2').entry.id).toBe('0002-sample');
    expect(journal.show('0001').patch).toContain('-line 1\n+x\n');
    expect(() => journal.show('ab')).toThrow(/beginning of several/);
    expect(() => journal.show('abcd1235')).toThrow(UnknownIdError);
    try {
      journal.undo(['abcd1235']);
    } catch (error) {
      expect((error as UnknownIdError).hint).toContain('abcd1234?');
    }
    expect(() => openJournal(workspace.root).undo(['zzz'])).toThrow(UnknownIdError);
    journal.undo(['1']);
    expect(workspace.get('a.ts')).toContain('line 1\n');
  });
});

describe('a run whose files somebody else writes', () => {
  const begin = () => {
    const opened = open({ 'a.ts': 'aaa', 'b.ts': 'bbb' });
    const set = sequence(opened.workspace.get, [
      sampleChange('1', [replacing('aaa', 'a.ts', 'aaa', 'AAA'), replacing('bbb', 'b.ts', 'bbb', 'BBB')]),
    ]);
    return { ...opened, external: opened.journal.begin(set, meta)! };
  };

  it('is sealed when all files are written', () => {
    const { workspace, journal, external } = begin();
    workspace.put('a.ts', 'AAA');
    workspace.put('b.ts', 'BBB');
    external.seal();
    expect(journal.log()[0]!.state).toBe('applied');
    journal.undo();
    expect(workspace.files()).toEqual({ 'a.ts': 'aaa', 'b.ts': 'bbb' });
  });

  it('keeps others out, and is unfinished when it is given up', () => {
    const { workspace, journal, external } = begin();
    expect(journal.log()[0]!.state).toBe('running');
    expect(() => openJournal(workspace.root, { wait: 0 }).undo(['1'])).toThrow(/Another run is at work/);
    workspace.put('b.ts', 'BB');
    external.abandon();
    expect(journal.log()[0]).toMatchObject({
      state: 'unfinished',
      files: [
        { path: 'a.ts', progress: 'old' },
        { path: 'b.ts', progress: 'cut-off' },
      ],
    });
    expect(() => journal.undo(['1'])).toThrow(/was interrupted/);
    journal.resume();
    expect(workspace.files()).toEqual({ 'a.ts': 'AAA', 'b.ts': 'BBB' });
    expect(journal.log()[0]!.state).toBe('applied');
    expect(() => journal.resume()).toThrow(NothingToDoError);
  });

  it('takes what a formatter did to a file after it was written for an edit of the user', () => {
    const { workspace, journal, external } = begin();
    workspace.put('a.ts', 'AAA\n');
    workspace.put('b.ts', 'BBB');
    external.seal();
    expect(() => journal.undo()).toThrow(/a\.ts:1 was edited since/);
  });

  it('is not sealed while a file is as it was, and then taken back by undo', () => {
    const { workspace, journal, external } = begin();
    workspace.put('a.ts', 'AAA');
    expect(() => external.seal()).toThrow(/b\.ts was not written/);
    expect(journal.log()[0]!.state).toBe('unfinished');
    journal.undo();
    expect(workspace.files()).toEqual({ 'a.ts': 'aaa', 'b.ts': 'bbb' });
    expect(journal.log()).toEqual([]);
  });

  it('refuses to be settled over what somebody changed, unless told to leave that', () => {
    const { workspace, journal, external } = begin();
    workspace.put('a.ts', 'AAA');
    workspace.put('b.ts', 'mine');
    external.abandon();
    expect(() => journal.takeBack()).toThrow(/b\.ts:1 differs/);
    expect(workspace.get('a.ts')).toBe('AAA');
    journal.takeBack({ leaveChanged: true });
    expect(workspace.files()).toEqual({ 'a.ts': 'aaa', 'b.ts': 'mine' });
    expect(journal.log()).toEqual([]);
  });

  it('can be an undo', () => {
    const { workspace, journal } = threeInOne();
    const external = journal.beginUndo(['c5']);
    const step = external.changes[0]!.files[0]!;
    workspace.put(step.path, step.after!);
    external.seal();
    expect(workspace.get('a.ts')).toBe(ten.replace('line 3', 'LINE 3!').replace('line 7', 'LINE 7!'));
    expect(journal.log()[0]!.state).toBe('partly-undone');
  });
});

it('says when a record cannot be read', () => {
  const { workspace, journal, apply } = open({ 'a.ts': 'x' });
  const { run } = apply(sampleChange('1', [replacing('x', 'a.ts', 'x', 'y')]));
  workspace.put(`.ffsd/journal/${run}/run.json`, '{');
  expect(() => journal.log()).toThrow(/run\.json: it is not JSON/);
  expect(statSync(workspace.root).isDirectory()).toBe(true);
});
