import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConflictError } from './errors/conflict-error.ts';
import { HasDependantsError } from './errors/has-dependants-error.ts';
import { NothingToDoError } from './errors/nothing-to-do-error.ts';
import { UnknownIdError } from './errors/unknown-id-error.ts';
import { openJournal } from './open-journal.ts';
import { openSample, ten, threeInOne } from './open-sample.ts';
import { replacing, sampleChange } from './sample-workspace.ts';

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
    const opened = openSample({ 'a.ts': ten, 'b.ts': ten });
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
    const { workspace, journal, apply } = openSample({ 'a.ts': ten });
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
    const { workspace, journal, apply } = openSample({ 'a.ts': ten });
    apply(sampleChange('early', [replacing(ten, 'a.ts', 'line 5', 'aaa bbb')]));
    apply(sampleChange('late', [replacing(workspace.get('a.ts')!, 'a.ts', 'bbb', 'ccc')]));
    apply(sampleChange('apart', [replacing(workspace.get('a.ts')!, 'a.ts', 'line 4', 'ddd')]));
    expect(() => journal.undo(['early'])).toThrow(/late Sample late/);
    journal.undo(['early'], { withDependants: true });
    expect(workspace.get('a.ts')).toBe(ten.replace('line 4', 'ddd'));
  });

  it('takes back creations, deletions and renames, with the folders they left empty', () => {
    const { workspace, journal, apply } = openSample({ 'old/deep/a.ts': 'a\nb\n', 'b.ts': 'b' });
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
    const { workspace, journal, apply } = openSample({ 'a.ts': ten });
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

it('says when a record cannot be read', () => {
  const { workspace, journal, apply } = openSample({ 'a.ts': 'x' });
  const { run } = apply(sampleChange('1', [replacing('x', 'a.ts', 'x', 'y')]));
  workspace.put(`.ffsd/journal/${run}/run.json`, '{');
  expect(() => journal.log()).toThrow(/run\.json: it is not JSON/);
  expect(statSync(workspace.root).isDirectory()).toBe(true);
});
