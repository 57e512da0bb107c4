import type { JSXOpeningElement, Node } from '@babel/types';
import type { SourceFile } from '@ffsd/typescript';
import { parsedFile, walk } from '@ffsd/typescript';
import type { Follower } from '../follow-all.ts';
import { calleeOf } from './callee-of.ts';
import { constantHere } from './constant-here.ts';
import { followInput } from './follow-inputs.ts';
import type { Session } from './session.ts';

/** `<Page compact />`: a prop that is the same constant wherever the component is rendered. */
export const followProps: Follower<Session> = (session, path, flags) => {
  const file = /\.(?:[jt]sx|[cm]?js)$/.test(path) ? parsedFile(session, path) : undefined;
  if (!file) return false;
  for (const { component, property } of writtenProps(session, file)) {
    const place = calleeOf(session, file, component);
    if (place && followInput(session, place, { index: 0, property }, flags)) return true;
  }
  return false;
};

/** The attributes in which a draft wrote a constant. */
function* writtenProps(session: Session, file: SourceFile): Generator<{ component: Node; property: string }> {
  const elements: JSXOpeningElement[] = [];
  walk(file.tree.program, (node) => {
    if (node.type === 'JSXOpeningElement') elements.push(node);
  });
  for (const { name: component, attributes } of elements) {
    // <div hidden>
    if (component.type === 'JSXIdentifier' && /^[a-z]/.test(component.name)) continue;
    for (const attribute of attributes) {
      if (attribute.type !== 'JSXAttribute' || attribute.name.type !== 'JSXIdentifier') continue;
      const { value } = attribute;
      const given = value?.type === 'JSXExpressionContainer' ? value.expression : value;
      if (given && constantHere(session, file, given) === undefined) continue;
      if (session.touching(file.path, attribute.start!, attribute.end!).length > 0)
        yield { component, property: attribute.name.name };
    }
  }
}
