import type { AnyNode, ClassDef, SourceFile } from '@ffsd/python';
import { classesOf, parsedFile, resolveExpression } from '@ffsd/python';
import type { Workspace } from '@ffsd/workspace';

/**
 * Whether a class may be made or not without anybody noticing: nothing that it inherits from keeps a list of its subclasses.
 *
 * `class Old(Plugin)` may be found by `Plugin.__subclasses__()`, by `__init_subclass__`, or by a metaclass.
 */
function isInertBase(workspace: Workspace, file: SourceFile, base: AnyNode, depth = 0): boolean {
  if (depth > 8) return false;
  const node = base.type === 'Subscript' ? base.value : base;
  if (node.type === 'Name' && plain.test(node.value) && !resolveExpression(workspace, file, node)) return true;
  const classes = classesOf(workspace, file, node);
  if (!classes) return false;
  if (classes.length > 0) {
    return classes.every(({ path, node: owner }) => {
      // `Plugin.__subclasses__()` may stand in any file that knows the base.
      const isListed = workspace
        .search(['__subclasses__'])
        .some((one) => new RegExp(`\\b${owner.name.value}\\b`).test(workspace.read(one) ?? ''));
      if (isListed) return false;
      const there = parsedFile(workspace, path);
      return there !== undefined && keepsNoList(owner, there) && hasInertBases(workspace, there, owner, depth + 1);
    });
  }
  const resolution = resolveExpression(workspace, file, node);
  const origins = resolution?.outside.map(({ module, name }) => `${module}.${name}`) ?? [];
  return origins.length > 0 && origins.every(isKnownInert);
}

export function hasInertBases(workspace: Workspace, file: SourceFile, owner: ClassDef, depth = 0): boolean {
  return (
    owner.keywords.length === 0 &&
    owner.bases.every(({ value, star }) => star === '' && isInertBase(workspace, file, value, depth))
  );
}

/** What comes from these frameworks makes no list of classes; what it is given at the top of a class only describes the class. */
export function isKnownInert(origin: string): boolean {
  return inert.test(origin);
}

function keepsNoList({ keywords, decorators }: ClassDef, file: SourceFile): boolean {
  return (
    keywords.length === 0 && decorators.length === 0 && !/\b(?:__subclasses__|__init_subclass__)\b/.test(file.text)
  );
}

const plain = /^(?:object|dict|list|set|tuple|str|int|float|bytes|\w*(?:Exception|Error|Warning))$/;

const inert =
  /^(?:abc\.ABC|typing(?:_extensions)?\.\w+|enum\.\w+|collections\.\w+|threading\.Thread|html\.parser\.\w+|unittest(?:\.\w+)*\.(?:TestCase|IsolatedAsyncioTestCase)|django\.(?:forms|views|test)(?:\.\w+)*|rest_framework\.(?:views|serializers|generics|mixins|permissions|filters|pagination|throttling|test)(?:\.\w+)*|pydantic\.BaseModel)$/;
