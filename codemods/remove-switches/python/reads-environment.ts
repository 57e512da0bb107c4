import type { AnyNode } from '@ffsd/python';
import { dottedName, findAll } from '@ffsd/python';
import type { Site } from './site.ts';

/**
 * Whether all that an expression does is to read the environment or a configuration: `env.bool('NEW', default=False)`,
 * `os.environ.get('NEW') == 'true'`, `config('NEW', cast=bool)`, `Field(False, alias='NEW')`.
 *
 * Some of these fail where nothing is given. Without the setting nothing need be given any more.
 */
export function readsEnvironment(site: Site, value: AnyNode): boolean {
  const calls = findAll(value, ['Call', 'Await', 'Yield', 'NamedExpr']);
  return calls.length > 0 && calls.every((one) => one.type === 'Call' && isReader(site, one));
}

function isReader(site: Site, { func, args }: AnyNode & { readonly type: 'Call' }): boolean {
  const name = dottedName(func);
  if (name === undefined || !readers.test(name)) return false;
  return args.every(({ value }) => site.isPure(value) || readsEnvironment(site, value));
}

const readers =
  /^(?:(?:os\.)?(?:environ\.get|getenv)|_?env|_?env(?:iron)?\.\w+|(?:decouple\.)?config|(?:pydantic\.)?Field|bool|int|str|strtobool|(?:distutils\.util\.)?strtobool)$/i;
