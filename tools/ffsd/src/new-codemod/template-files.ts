import { camelCase } from '@ffsd/codemod';

/**
 * The files of a new codemod, relative to its folder. It works from the first moment: it finds `debugger` statements and keeps
 * them all, so that its author begins with a decision and not with an empty page.
 *
 * @param folder where it is put, as it stands in the texts.
 */
export function templateFiles(name: string, folder: string): Readonly<Record<string, string>> {
  return {
    'codemod.ts': `import { defineCodemod, hash, isParsed, type Outcome, parse, walk } from 'ffsd';
import { decide } from './decide.ts';

/** Finds the places, lets decide.ts judge each of them, and turns its verdicts into edits. */
export const ${camelCase(name)} = defineCodemod({
  name: '${name}',
  summary: 'Removes debugger statements',
  options: {},
  plan(workspace): Outcome[] {
    const outcomes: Outcome[] = [];
    for (const path of workspace.search(['debugger'])) {
      if (!/\\.[cm]?[jt]sx?$/.test(path)) continue;
      const file = parse(path, workspace.read(path)!);
      if (!isParsed(file)) {
        outcomes.push({ place: file, code: 'unparsable', because: file.message });
        continue;
      }
      walk(file.tree, (node) => {
        if (node.type !== 'DebuggerStatement') return;
        const start = node.start!;
        const verdict = decide({ isEditable: workspace.isEditable(path) });
        const place = { path, line: node.loc!.start.line };
        if (verdict.keep) {
          outcomes.push({ place, code: verdict.code, because: verdict.because });
          return;
        }
        outcomes.push({
          id: hash(\`${name} \${path} \${start}\`),
          codemod: '${name}',
          title: \`Remove the debugger statement in line \${place.line}\`,
          why: verdict.why,
          safety: 'review',
          evidence: [],
          files: [{ kind: 'edit', path, edits: [{ ...wholeLine(file.text, start, node.end!), text: '' }] }],
          dependsOn: [],
        });
      });
    }
    return outcomes;
  },
});

/** The whole line, where the statement is alone on it: what is left must not be an empty line. */
function wholeLine(text: string, start: number, end: number): { start: number; end: number } {
  const lineStart = text.lastIndexOf('\\n', start - 1) + 1;
  const lineEnd = text.indexOf('\\n', end) + 1 || text.length;
  const isAlone = text.slice(lineStart, start).trim() === '' && text.slice(end, lineEnd).trim() === '';
  return isAlone ? { start: lineStart, end: lineEnd } : { start, end };
}
`,
    'decide.ts': `/** What is known of a place: plain data, the same in every language. */
export interface Facts {
  readonly isEditable: boolean;
}

export type Verdict =
  | { readonly keep: true; readonly code: string; readonly because: string }
  | { readonly keep: false; readonly why: string };

/** The one place where it is decided what is changed and what is kept. Every place gets a verdict with a reason. */
export function decide(facts: Facts): Verdict {
  if (!facts.isEditable) return { keep: true, code: 'not-editable', because: 'The file is outside of what may be changed.' };
  // Replace this line: { keep: false, why: 'It stops the program only while somebody debugs it.' }
  return { keep: true, code: 'undecided', because: 'Nobody has decided yet.' };
}
`,
    'README.md': `# ${name}

Removes \`debugger\` statements.

\`\`\`sh
npx ffsd run ./${folder}/codemod.ts          # show what it would change
npx ffsd run ./${folder}/codemod.ts --yes    # change it; npx ffsd undo takes it back
npx ffsd cases ${folder}                     # run the cases in fixtures/
\`\`\`

## What it keeps

| reason | when |
|---|---|
| \`not-editable\` | The file is outside of the paths, the project or \`keep\`. |
| \`undecided\` | Until decide.ts decides. |
`,
    'fixtures/first-case.md': `# ${name}

One case per heading: the title is the law, then the files before, then the diff that a reviewer shall see.

## A debugger statement goes with its line

\`\`\`ts src/pay.ts
export function pay(amount: number) {
  debugger;
  return amount;
}
\`\`\`

\`\`\`diff
# Remove the debugger statement in line 2 (review)
--- a/src/pay.ts
+++ b/src/pay.ts
@@ -1,4 +1,3 @@
 export function pay(amount: number) {
-  debugger;
   return amount;
 }
\`\`\`
`,
  };
}
