import type { Constant } from '@ffsd/fold';
import type { AnyNode } from '@ffsd/python';
import type { Hindrance } from './calls-of.ts';
import { isSameConstant, literalOf } from './literal-of.ts';

/** `patch('shop.flags.is_new', return_value=True)` and `monkeypatch.setattr(flags, 'is_new', lambda: True)` change nothing. */
export function isPatchedWith({ node }: Hindrance, wanted: Constant): boolean {
  const call = node?.parent?.type === 'Arg' ? node.parent.parent : undefined;
  if (call?.type !== 'Call') return false;
  const named = call.args.find(({ keyword }) => keyword?.value === 'return_value');
  const index = call.args.indexOf(node?.parent as never);
  const next = call.args[index + 1];
  const given: AnyNode | undefined = named?.value ?? (next?.value.type === 'Lambda' ? next.value.body : undefined);
  const known = given && literalOf(given);
  return known !== undefined && isSameConstant(known.value, wanted);
}
