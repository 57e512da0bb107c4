import type { AnyNode, BaseExpression } from '@ffsd/python';
import { dottedName } from '@ffsd/python';

type Call = AnyNode & { readonly type: 'Call' };

/**
 * What gives the key of an object that stands for a flag: `WaffleFlag('shop.new', __name__)`, `SettingToggle(name='NEW')`.
 *
 * Such an object is made once and asked anywhere. Its class is called flag, switch or toggle in every library that has some.
 */
export function keyOfMade(node: AnyNode): BaseExpression | undefined {
  if (node.type !== 'Call' || !isMaker(node)) return undefined;
  const named = node.args.find(({ keyword }) => keyword?.value === 'name');
  const first = node.args[0];
  return (named ?? (first && !first.keyword && first.star === '' ? first : undefined))?.value;
}

/** The call that makes an object for the flag and gives it the key by this expression. */
export function madeBy(key: AnyNode): Call | undefined {
  const call = key.parent?.type === 'Arg' ? key.parent.parent : undefined;
  return call?.type === 'Call' && keyOfMade(call) === key ? call : undefined;
}

function isMaker({ func }: Call): boolean {
  return /(?:Flag|Switch|Toggle)$/.test(dottedName(func) ?? '');
}
