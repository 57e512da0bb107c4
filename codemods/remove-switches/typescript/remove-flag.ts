import type { Node } from '@babel/types';
import type { ReadShape, Vocabulary } from '@ffsd/flags';
import {
  keyAtRead,
  readsFor,
  returnedValue,
  valueAtRead,
  vocabularies,
  vocabulariesFor,
  vocabularyNamed,
} from '@ffsd/flags';
import type { Constant } from '@ffsd/fold';
import type { SourceFile } from '@ffsd/typescript';
import { compilePattern, isCode, isPure, metavariableOf, walk } from '@ffsd/typescript';
import { decideRead } from '../decide.ts';
import { describeFlow, describeFold } from '../describe.ts';
import type { KeptCode } from '../kept-code.ts';
import type { Reads, SettledFlag } from '../language.ts';
import { isMinified } from '../minified.ts';
import { comesFrom, importedName } from './comes-from.ts';
import { constantOf } from './constant-of.ts';
import { filesOfKey } from './files-of-key.ts';
import type { CompiledShape, FoundRead } from './find-reads.ts';
import { findReads } from './find-reads.ts';
import { foldBinding } from './fold-binding.ts';
import { planRead } from './plan-read.ts';
import type { Session } from './session.ts';
import type { Birth, Flow } from './site.ts';

/**
 * Folds every read of one flag in the TypeScript and JavaScript files of the workspace.
 *
 * @returns the paths that were looked at
 */
export function foldReads(session: Session, flag: SettledFlag, reads: Reads): readonly string[] {
  const user = reads.shapes.map(compile);
  const named = reads.presets.flatMap((name) => readsOf(session, vocabularyNamed(name)));
  const found = reads.presets.length > 0 ? [] : vocabularyShapes(session, session.search([flag.key]).filter(isCode));
  const shapes = [...user, ...named, ...found];
  const paths = filesOfKey(session, flag.key, shapes);
  for (const path of paths) {
    if (isMinified(session.read(path) ?? '')) {
      session.keep({
        place: { path, line: 1 },
        code: 'minified',
        because: 'the file is minified, so it is built from other sources',
      });
      continue;
    }
    foldFile(session, path, flag, shapes);
  }
  return paths;
}

export function compile(shape: ReadShape): CompiledShape {
  return { shape, pattern: compilePattern(shape.match), returned: returnedValue(shape.returns) };
}

const compiled = new WeakMap<ReadShape, CompiledShape>();

/**
 * The vocabularies of the packages that the workspace depends on, or that a file in question imports.
 *
 * A client made in one file is asked in another, which imports no package. What is asked must still be shown to come from the
 * package, file by file.
 */
function vocabularyShapes(session: Session, paths: readonly string[]): readonly CompiledShape[] {
  const packages = vocabularies
    .filter(({ languages }) => languages.includes('typescript'))
    .flatMap((vocabulary) => vocabulary.packages);
  const manifests = session.files().filter((path) => /(?:^|\/)package\.json$/.test(path));
  const texts = [...manifests, ...paths].map((path) => session.read(path) ?? '');
  const named = packages.filter((name) => texts.some((text) => text.includes(`'${name}`) || text.includes(`"${name}`)));
  return vocabulariesFor(named).flatMap((vocabulary) => readsOf(session, vocabulary));
}

/** Components are not looked for yet. */
function readsOf(session: Session, vocabulary: Vocabulary): readonly CompiledShape[] {
  return readsFor(vocabulary, 'typescript', (words) => session.search(words).length > 0)
    .map((shape) => compiled.get(shape) ?? remember(shape))
    .filter(({ pattern }) => !/^JSX/.test(pattern.expression.type));
}

function remember(shape: ReadShape): CompiledShape {
  const fresh = compile(shape);
  compiled.set(shape, fresh);
  return fresh;
}

function foldFile(session: Session, path: string, flag: SettledFlag, shapes: readonly CompiledShape[]): void {
  let ordinal = 0;
  let isSet = false;
  for (let progress = true; progress; ) {
    progress = false;
    // Places that were kept, by their offset in the text before the first change: it does not move. Whether a read can be folded may
    // depend on another one further down, so after a change they are tried again.
    const kept = new Map<number, KeptRead | undefined>();
    for (;;) {
      const file = session.parse(path);
      if (!file) return;
      const offsetOf = ({ node }: FoundRead) => session.originOf(path, node.start!);
      const reads = readsIn(session, file, flag, shapes);
      const read = reads.find((one) => !kept.has(offsetOf(one)));
      if (!read) break;
      isSet ||= reads.some(({ facts }) => facts.written);
      const outcome = foldOne(session, file, flag, read, { ordinal, isSet });
      if (outcome === 'folded') {
        ordinal++;
        progress ||= kept.size > 0;
      } else {
        kept.set(offsetOf(read), outcome);
      }
    }
    if (!progress) for (const one of kept.values()) if (one) session.keep(one);
  }
}

const setElsewhere = 'the flag has its value here although this file also sets it';

type KeptRead = Parameters<Session['keep']>[0];

function readsIn(
  session: Session,
  file: SourceFile,
  flag: SettledFlag,
  shapes: readonly CompiledShape[],
): readonly FoundRead[] {
  return findReads(file, shapes, {
    key: flag.key,
    constantOf: (node) => constantOf(session, file, node),
    isPure: (node) => isPure(node as never, file),
    comesFrom: (head, modules) => comesFrom(session, file, head, modules),
    importedName: (identifier, modules) => importedName(file, identifier, modules),
  });
}

/** Gives the read its one outcome; undefined when it turns out to be none. */
function foldOne(
  session: Session,
  file: SourceFile,
  flag: SettledFlag,
  read: FoundRead,
  { ordinal, isSet }: { readonly ordinal: number; readonly isSet: boolean },
): 'folded' | KeptRead | undefined {
  const { path } = file;
  const line = session.lineOf(path, read.node.start!);
  const keep = (code: KeptCode, because: string): KeptRead => ({ place: { path, line }, code, because });
  const verdict = decideRead(read.facts);
  if (verdict.kind === 'not-a-read') return undefined;
  if (verdict.kind === 'kept') return keep(verdict.code, verdict.because);
  const value = valueAtRead(read.shape, flag.value as never);
  if (value === undefined) return keep('other-type', `this read cannot yield ${JSON.stringify(flag.value)}`);
  if (read.facts.declared !== undefined && read.facts.declared !== JSON.stringify(value)) {
    return keep('other-value', `the constant is ${read.facts.declared} in the code, and not ${JSON.stringify(value)}`);
  }
  if (!session.isEditable(path)) return keep('not-editable', 'the file is outside of what may be changed');
  const planned = planRead(session, file, read, value as Constant);
  if (planned.kind === 'kept') return keep(planned.code, planned.because);
  noteKeyName(session, read.keyNode);
  const assumptions = [...planned.assumptions, ...(isSet ? [setElsewhere] : []), ...missingObject(read, flag)];
  const key = `read ${flag.key} ${path} ${ordinal}`;
  noteFlows(session, path, flag, planned.flows);
  session.commit({
    key,
    ...describeFold(
      { path, line, code: file.text.slice(read.node.start!, read.node.end!), shape: read.shape, assumptions },
      flag,
    ),
    files: [{ kind: 'edit', path, edits: planned.edits }],
    dependsOn: [],
  });
  foldBirths(session, path, flag, key, planned.births);
  return 'folded';
}

/** `client?.isEnabled('x')` gave undefined while there was no client. */
function missingObject({ node }: FoundRead, { value }: SettledFlag): readonly string[] {
  if (node.type !== 'OptionalCallExpression' && node.type !== 'OptionalMemberExpression') return [];
  const then = JSON.stringify(value);
  return [`the read gave undefined while its object was missing, and is ${then} then, too, from now on`];
}

/** `isEnabled(NEW)` and `isEnabled(Flag.New)` show that NEW and New stand for the key, and not for a word that looks like it. */
function noteKeyName(session: Session, keyNode: Node | undefined): void {
  if (keyNode?.type === 'Identifier') session.keyNames.add(keyNode.name);
  if (keyNode?.type !== 'MemberExpression') return;
  const { property } = keyNode;
  if (property.type === 'Identifier') session.keyNames.add(property.name);
  if (property.type === 'StringLiteral') session.keyNames.add(property.value);
}

/** Locals that became constant because of the read: each is a change of its own that depends on it. */
function foldBirths(session: Session, path: string, flag: SettledFlag, parent: string, births: readonly Birth[]): void {
  for (const [index, birth] of births.entries()) {
    const text = session.read(path)!;
    // Earlier births of the same read may have moved this one.
    const offset = session.mapSince(path, parent, birth.offset);
    if (!text.startsWith(birth.name, offset)) continue;
    const line = session.lineOf(path, offset);
    if (birth.exported) {
      noteFlows(session, path, flag, [{ kind: 'exported-value', offset, receiver: birth.name }]);
      continue;
    }
    const folded = foldBinding(session, path, text, { name: birth.name, offset, value: birth.value });
    noteFlows(session, path, flag, folded.flows);
    if (folded.edits.length === 0) continue;
    const key = `${parent} ${birth.name} ${index}`;
    const value = JSON.stringify(birth.value);
    const taken = session.commit({
      key,
      title: `Fold ${birth.name}, which is now always ${value}`,
      why: `${birth.name} only depended on ${flag.key}. With the flag settled it is always ${value}, so what it decides is decided.${folded.assumptions.map((one) => ` See that ${one}.`).join('')}`,
      safety: folded.assumptions.length > 0 ? 'review' : 'safe',
      evidence: [{ kind: 'constant-local', text: `const ${birth.name} = ${value}`, place: { path, line } }],
      files: [{ kind: 'edit', path, edits: folded.edits }],
      dependsOn: [parent],
    });
    if (taken) foldBirths(session, path, flag, key, folded.births);
  }
}

function noteFlows(session: Session, path: string, flag: SettledFlag, flows: readonly Flow[]): void {
  for (const flow of flows) {
    session.keep({
      place: { path, line: session.lineOf(path, flow.offset) },
      code: flow.kind,
      because: describeFlow(flow, flag),
    });
  }
}

/** Spellings of the key that a file may contain. */
export function spellingsOf(key: string, shapes: readonly CompiledShape[]): readonly string[] {
  const spellings = new Set([key]);
  for (const { shape } of shapes) spellings.add(keyAtRead(shape, key));
  return [...spellings];
}

/** The names by which a pattern without `$FLAG` is found in a text. */
export function wordsOf({ pattern }: CompiledShape): readonly string[] {
  const words: string[] = [];
  walk(pattern.expression, (node) => {
    if (node.type === 'Identifier' && !metavariableOf(node) && !node.name.startsWith('$$$')) words.push(node.name);
    if (node.type === 'StringLiteral') words.push(node.value);
  });
  return words;
}
