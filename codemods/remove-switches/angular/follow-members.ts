import { isCode, parsedFile } from '@ffsd/typescript';
import { nothingFolded } from '../binding-progress.ts';
import { foldKnownUses } from '../fold-known-uses.ts';
import type { Follower } from '../follow-all.ts';
import type { SettledFlag } from '../language.ts';
import { settleFlow } from '../settle-flow.ts';
import type { ConstantMember } from '../typescript/follow-fields.ts';
import { constantMembers, knownMember } from '../typescript/follow-fields.ts';
import type { Session } from '../typescript/session.ts';
import { componentsIn, optionOf } from './components.ts';
import type { ShownBy, ShownUse } from './members-shown.ts';
import { templatesOf, usesInTemplate } from './members-shown.ts';
import { planExpression } from './plan-expression.ts';
import { wordOf } from './word-of.ts';

/** Members of components that always give the constant are folded in the templates: `*ngIf="isNew"`, `@if (isNew()) {…}`. */
export const followMembers: Follower<Session> = (session, path, flags) => {
  if (!isCode(path)) return false;
  let any = false;
  const done = new Set<string>();
  for (;;) {
    const file = parsedFile(session, path);
    const idOf = ({ anchor }: ConstantMember) => `${session.originOf(path, anchor + 1)}`;
    const next = file && constantMembers(session, file).find((one) => !done.has(idOf(one)));
    if (!file || !next) return any;
    done.add(idOf(next));
    if (!next.isStatic && !next.isHard) any = followOne(session, path, next, flags) || any;
  }
};

function followOne(session: Session, path: string, one: ConstantMember, flags: readonly SettledFlag[]): boolean {
  const { file, owner, name } = one;
  const shown = templatesOf(session, file, owner).filter(({ template, component }) =>
    typeof template === 'string' ? namesIt(session, component, name) : usesInTemplate(template, name)?.length !== 0,
  );
  if (shown.length === 0) return false;
  const member = knownMember(session, file, one, flags);
  if (!member) return false;
  const { flag, known } = member;
  const line = known.place.line;
  const linesBefore = [...one.literals, one.node].map(({ start }) => session.lineOf(path, start!));
  const keep = (left: string) =>
    session.keep({
      place: { path, line },
      code: codeOf(one),
      because: `${known.name} is always the constant that ${flag.key} became, but ${left}`,
    });
  const stop = member.stop ?? (one.isAsync ? 'it gives a promise' : undefined);
  if (stop !== undefined) {
    keep(stop);
    return false;
  }
  let any = false;
  let isLeft = member.unknown !== undefined || member.reads > 0;
  for (const { component, template } of shown) {
    const where = component.template.kind === 'file' ? component.template.path : component.file.path;
    const uses = typeof template === 'string' ? undefined : usesInTemplate(template, name);
    if (!uses) {
      isLeft = true;
      keep(typeof template === 'string' ? template : `${where} has a ${name} of its own`);
      continue;
    }
    // The tree of the class is another one after each fold of a template that stands beside it.
    const since = session.historyOf(path).at(-1)?.key;
    const present = (): ShownBy | undefined => {
      const now = parsedFile(session, path);
      const anchor = since === undefined ? one.anchor : session.mapSince(path, since, one.anchor);
      const again =
        now && constantMembers(session, now).find((other) => other.anchor === anchor && other.name === name);
      return again && templatesOf(session, now, again.owner).find((other) => pathOf(other) === where);
    };
    const outcome = foldKnownUses(session, { foldBinding: () => nothingFolded }, flag, where, known, () => {
      const now = present();
      const parsed = now?.template;
      if (!now || !parsed || typeof parsed === 'string') return [];
      const code = now.component.file.text;
      return (usesInTemplate(parsed, name) ?? []).flatMap((use) => {
        const read = readOf(one, use);
        return {
          offset: use.node.start,
          code: parsed.text.slice(use.node.start, use.node.end),
          plan: () =>
            read
              ? planExpression(parsed, code, { ...read, value: one.value })
              : { kind: 'kept', code: 'unfolded-use', because: `${known.name} is used here in another way` },
        };
      });
    });
    if (outcome.folded > 0) any = true;
    if (outcome.left > 0) isLeft = true;
    if (outcome.left > 0) keep(`a use of it in a template cannot be folded (${where})`);
  }
  if (isNamedByHost(one)) keep('its decorator names it');
  else if (any && !isLeft) settleFlow(session, { path, code: codeOf(one), lines: linesBefore }, undefined);
  return any;
}

/** `host: { '[class.new]': 'isNew' }` */
function isNamedByHost({ file, owner, name }: ConstantMember): boolean {
  return componentsIn(file)
    .filter((one) => one.owner === owner)
    .some(({ options }) => {
      const host = optionOf(options, 'host');
      return host !== undefined && wordOf(name).test(file.text.slice(host.start!, host.end!));
    });
}

function codeOf({ kind }: ConstantMember): 'stored-value' | 'returned-value' {
  return kind === 'field' ? 'stored-value' : 'returned-value';
}

function pathOf({ component: { template, file } }: ShownBy): string {
  return template.kind === 'file' ? template.path : file.path;
}

/** The expression that has the value: a method is called for it. */
function readOf({ kind, computes }: ConstantMember, { node, place }: ShownUse): ShownUse | undefined {
  if (kind !== 'method') return { node, place };
  const call = node.parent;
  const isCalled = call?.type === 'call' && call.callee === node && call.args.length === 0;
  return isCalled && computes ? { node: call, place } : undefined;
}

/** Whether the text of a template that cannot be read has the name. */
function namesIt(session: Session, { template, file }: ShownBy['component'], name: string): boolean {
  const text = template.kind === 'file' ? session.read(template.path) : file.text;
  return wordOf(name).test(text ?? '');
}
