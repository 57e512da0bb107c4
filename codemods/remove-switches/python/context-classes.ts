import type { AnyNode, ClassPlace } from '@ffsd/python';
import { dottedName, findAll, parsedFile } from '@ffsd/python';
import { ancestorsOf, familyOf } from './class-family.ts';
import type { Asked } from './context-holds.ts';
import { argumentsHold, attributeOf, holdsKey, methodHolds } from './context-holds.ts';
import type { RenderSite } from './context-renders.ts';

/**
 * A view or a widget whose class names the template: its `get_context_data` gives what the template is given, and so do those of the
 * classes below that name no other one.
 *
 * @param attribute what names the template; empty where it is a method or a call
 */
export function classSites(asked: Asked, owner: ClassPlace, attribute: string): readonly RenderSite[] {
  const { below, outside } = familyOf(asked.workspace, owner);
  const names = attribute === '' ? ['get_template_names'] : [attribute, 'get_template_names'];
  const isOther = ({ node }: ClassPlace) => names.some((name) => attributeOf(node, name) || definesMethod(node, name));
  const hidden = outside.find((one) => /^(?:what inherits|the other name)/.test(one));
  const sites = [owner, ...below.filter((one) => !isOther(one))].map((place) => ofClass(asked, place));
  if (hidden === undefined) return sites;
  const { path, node } = owner;
  return [
    ...sites,
    { path, start: node.start, end: node.end, because: `nobody knows ${hidden}`, assumptions: [], isPage: false },
  ];
}

function definesMethod({ body }: ClassPlace['node'], name: string): boolean {
  return (body.body as readonly AnyNode[]).some((one) => one.type === 'FunctionDef' && one.name.value === name);
}

function ofClass(asked: Asked, place: ClassPlace): RenderSite {
  const { path, node } = place;
  const because = whyNot(asked, place);
  return { path, start: node.start, end: node.end, because, assumptions: [], isPage: /View\b/.test(node.code) };
}

function whyNot(asked: Asked, place: ClassPlace): string | undefined {
  const name = place.node.name.value;
  const family = [place, ...ancestorsOf(asked.workspace, place)];
  if (family.some(({ node }) => /\b(?:TemplateHTMLRenderer|renderer_classes)\b/.test(node.code))) {
    return `${name} gives its template more than what get_context_data says`;
  }
  const isGiven = methodHolds(asked, place, 'get_context_data') || methodHolds(asked, place, 'get_context');
  if (!isGiven) return `${name} does not always give it`;
  for (const { path, node } of family) {
    const file = parsedFile(asked.workspace, path);
    const other =
      file && findAll(node, ['Call', 'Attribute']).find((one) => isOtherWay({ ...asked, file, self: place }, one));
    if (other) {
      const line = file!.text.slice(0, other.start).split('\n').length;
      return `${name} may show the template without it at ${path}:${line}`;
    }
  }
  return undefined;
}

/** `self.render_to_response({…})` and `render(request, self.template_name, {…})` beside what the framework does. */
function isOtherWay(asked: Asked, node: AnyNode): boolean {
  if (node.type === 'Call') {
    if (node.func.type !== 'Attribute' || node.func.attr.value !== 'render_to_response') return false;
    const [first] = node.args;
    return !(first && first.star === '' && holdsKey(asked, first.value));
  }
  if (node.type !== 'Attribute' || !/^template(?:_name)?$/.test(node.attr.value)) return false;
  if (node.value.type !== 'Name' || !/^(?:self|cls)$/.test(node.value.value)) return false;
  const argument = node.parent;
  const call = argument?.type === 'Arg' ? argument.parent : undefined;
  if (call?.type !== 'Call' || !/(?:^|\.)(?:render\w*|\w*TemplateResponse)$/.test(dottedName(call.func) ?? ''))
    return true;
  const named = call.args.find(({ keyword }) => keyword?.value === 'context');
  const next = named ?? call.args[call.args.indexOf(argument as never) + 1];
  return !((next && next.star === '' && holdsKey(asked, next.value)) || argumentsHold(asked, call));
}
