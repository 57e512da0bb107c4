import { sequence } from '@ffsd/changes';
import { describe, expect, it } from 'vitest';
import { NothingToDoError } from './errors/nothing-to-do-error.ts';
import { openJournal } from './open-journal.ts';
import { openSample, ten, threeInOne } from './open-sample.ts';
import { replacing, sampleChange } from './sample-workspace.ts';

const meta = { command: 'ffsd sample' };

describe('a run whose files somebody else writes', () => {
  const begin = () => {
    const opened = openSample({ 'a.ts': 'aaa', 'b.ts': 'bbb' });
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
