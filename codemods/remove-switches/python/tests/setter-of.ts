import type { AnyNode, Arg, ListItem, SourceFile, Statement } from '@ffsd/python';
import { dottedName, matchPattern } from '@ffsd/python';
import type { CompiledShape } from '../compiled-shape.ts';
import type { Session } from '../session.ts';
import type { Given } from './given-value.ts';
import { givenBy, givenByCall } from './given-value.ts';

/** What gives the flag a value in a test. */
export type Setter =
  /** `override_flag('new', active=True)` */
  | { readonly kind: 'call'; readonly node: Call; readonly gives: Given; readonly others: readonly AnyNode[] }
  /** `NEW=True` of `override_settings(NEW=True)`, and `'new': True` of `mock_flags({'new': True})`. */
  | { readonly kind: 'entry'; readonly node: ListItem; readonly call: Call; readonly gives: Given }
  /** `settings.NEW = True` */
  | { readonly kind: 'assignment'; readonly node: Statement; readonly gives: Given }
  /** `request.feature.assert_called_once_with('new')`: it gives nothing. */
  | { readonly kind: 'assertion'; readonly node: Statement; readonly gives?: undefined };

type Call = AnyNode & { readonly type: 'Call' };

/**
 * The set-up that an expression which gives the key belongs to; undefined where it is none that is known.
 *
 * A call is one when the user says so (`sets`), or by its name: `override_flag`, `toggle_switch`, `FeatureFlagFactory`, and `set` or
 * `enable` of something that is called flags or settings. What takes the flag and a value could also send both to a server, so nothing
 * is told by the arguments alone.
 */
export function setterOf(
  session: Session,
  file: SourceFile,
  key: AnyNode,
  sets: readonly CompiledShape[],
): Setter | undefined {
  const { parent } = key;
  switch (parent?.type) {
    case 'Arg': {
      const call = parent.parent as AnyNode;
      if (call.type !== 'Call' || parent.value !== key || !isSetter(call, key, sets)) return undefined;
      const others = call.args.filter((one) => one !== parent).map(({ value }) => value);
      return { kind: 'call', node: call, gives: givenByCall(session, file, call, parent), others };
    }
    case 'DictElement': {
      const dict = parent.parent as AnyNode;
      const argument = dict.parent as AnyNode;
      if (parent.key !== key || argument.type !== 'Arg') return undefined;
      const call = argument.parent as AnyNode;
      const takes = call.type === 'Call' && takesEntries(call, argument);
      return takes ? { kind: 'entry', node: parent, call, gives: givenBy(session, file, parent.value) } : undefined;
    }
    default:
      return undefined;
  }
}

/** The set-up that a name which is the flag belongs to: of `override_settings(NEW=True)` and `settings.NEW = True`. */
export function setterOfName(session: Session, file: SourceFile, name: AnyNode): Setter | undefined {
  const { parent } = name;
  if (parent?.type === 'Arg' && parent.keyword === name) {
    const call = parent.parent as AnyNode;
    if (call.type !== 'Call' || !/^(?:override_settings|settings|modify_settings)$/.test(lastName(call) ?? ''))
      return undefined;
    return { kind: 'entry', node: parent, call, gives: givenBy(session, file, parent.value) };
  }
  if (parent?.type !== 'Attribute' || parent.attr !== name || parent.parent?.type !== 'AssignTarget') return undefined;
  const statement = parent.parent.parent as AnyNode;
  if (statement.type !== 'Assign' || statement.targets.length > 1) return undefined;
  if (!/(?:^|\.)(?:\w*settings|\w*flags|\w*features|config)$/.test(dottedName(parent.value) ?? '')) return undefined;
  return { kind: 'assignment', node: statement, gives: givenBy(session, file, statement.value) };
}

function isSetter(call: Call, key: AnyNode, sets: readonly CompiledShape[]): boolean {
  if (sets.some(({ pattern }) => matchPattern(pattern, call)?.get('$FLAG') === key)) return true;
  const name = dottedName(call.func);
  if (name === undefined) return false;
  const [last, receiver] = name.split('.').reverse();
  if (/^override_(?:waffle_)?(?:flag|switch|sample)$/.test(last!)) return true;
  if (receiver === 'monkeypatch') return /^(?:setattr|setenv|setitem)$/.test(last!);
  // `Flag.objects.create(name='new')`
  if (/(?:^|\.)\w*(?:Flag|Switch|Sample|Toggle)\w*\.objects\.(?:create|get_or_create|update_or_create)$/.test(name))
    return isKeyword(key);
  if (/(?:^|\.)\w*(?:Flag|Switch|Sample|Toggle)\w*Factory(?:\.create)?$/.test(name)) return isKeyword(key);
  const noun = '(?:feature|flag|switch|toggle|sample|experiment)s?';
  const verb = '(?:set|override|toggle|enable|disable|activate|deactivate|turn_on|turn_off|mock|stub|with)';
  if (new RegExp(`^_*${verb}_(?:\\w+_)?${noun}(?:_active|_on|_off|_enabled|_disabled|_value|_state)?$`).test(last!))
    return true;
  return (
    new RegExp(`^${verb}$`).test(last!) && new RegExp(`(?:^|_)(?:${noun}|settings|waffle)(?:$|_)`).test(receiver ?? '')
  );
}

function isKeyword({ parent }: AnyNode): boolean {
  return parent?.type === 'Arg' && /^(?:name|code|key|flag|slug|identifier)$/.test(parent.keyword?.value ?? '');
}

/** `mock_flags({'new': True})`, `override_settings(FLAGS={'new': True})`, `patch.dict(flags, {'new': True})`. */
function takesEntries(call: Call, { keyword }: Arg): boolean {
  const name = dottedName(call.func) ?? '';
  if (keyword) return /^(?:\w+_)?(?:flags|features|toggles|switches)$/i.test(keyword.value);
  if (/(?:^|\.)patch\.dict$/.test(name)) return true;
  return /^_*(?:set|override|mock|stub|with|enable|use)_(?:\w+_)?(?:flags|features|toggles|switches)$/.test(
    name.split('.').at(-1)!,
  );
}

function lastName({ func }: Call): string | undefined {
  return dottedName(func)?.split('.').at(-1);
}
