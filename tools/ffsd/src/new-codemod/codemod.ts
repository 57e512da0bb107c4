import { hash, type Outcome } from '@ffsd/changes';
import { defineCodemod, type OptionValues, UsageError } from '@ffsd/codemod';
import type { Workspace } from '@ffsd/workspace';
import { newCodemodInfo } from './info.ts';
import { templateFiles } from './template-files.ts';

interface NewCodemodOptions extends OptionValues {
  readonly name?: string;
  readonly folder?: string;
}

export const newCodemod = defineCodemod<NewCodemodOptions>({ ...newCodemodInfo, plan });

/** One change that creates the folder of a codemod. */
function plan(workspace: Workspace, { name, folder = 'tools/codemods' }: NewCodemodOptions): readonly Outcome[] {
  if (name === undefined) {
    throw new UsageError('codemod/no-name', 'the codemod has no name', 'Give one: ffsd codemod remove-logging.');
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name)) {
    const hint = 'A name is kebab-case with a verb first, such as remove-logging.';
    throw new UsageError('codemod/name', `"${name}" is no name of a codemod`, hint);
  }
  const target = `${folder.replace(/^\.\/|\/+$/g, '')}/${name}`;
  const files = Object.entries(templateFiles(name, target)).map(([path, text]) => ({
    path: `${target}/${path}`,
    text,
  }));
  const present = files.find(({ path }) => workspace.read(path) !== undefined);
  if (present) {
    throw new UsageError(
      'codemod/exists',
      `${present.path} is there already`,
      'Choose another name or another --folder.',
    );
  }
  return [
    {
      id: hash(JSON.stringify(['codemod', files])),
      codemod: 'codemod',
      title: `Write the codemod ${name}`,
      why: `Its one case fails until ${target}/decide.ts decides. Try it with: npx ffsd cases ${target}`,
      safety: 'safe',
      evidence: [],
      files: files.map((file) => ({ kind: 'create', ...file })),
      dependsOn: [],
    },
  ];
}
