import type { Change } from '@ffsd/changes';
import { replacing, sampleChange } from './sample-workspace.ts';

/** Files and a run over them in which everything happens that can happen to a file. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'crlf.ts': 'one\r\ntwo\r\nthree\r\n',
  'bom.ts': '\uFEFFconst é = "日本";',
  'gone/deep/gone.ts': 'gone\n',
  'old.ts': 'name\n',
  'untouched.ts': 'untouched\n',
};

export const sampleResult: Readonly<Record<string, string>> = {
  'crlf.ts': 'ONE\r\nthree\r\n',
  'bom.ts': '\uFEFFconst é = "本";',
  'moved/new.ts': 'NAME\n',
  'made/deep/made.ts': 'made\n',
  'untouched.ts': 'untouched\n',
};

export function sampleRun(read: (path: string) => string | undefined): readonly Change[] {
  const edit = (path: string, from: string, to: string) => replacing(read(path) ?? '', path, from, to);
  return [
    sampleChange('1', [edit('crlf.ts', 'one', 'ONE'), edit('bom.ts', '日', '')]),
    sampleChange('2', [edit('crlf.ts', 'two\r\n', '')]),
    sampleChange('3', [{ kind: 'create', path: 'made/deep/made.ts', text: 'made\n' }]),
    sampleChange('4', [{ kind: 'delete', path: 'gone/deep/gone.ts' }], ['1']),
    sampleChange('5', [{ kind: 'rename', path: 'old.ts', to: 'moved/new.ts' }, edit('old.ts', 'name', 'NAME')]),
  ];
}
