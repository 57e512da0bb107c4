import type { Comment, Expression, File, Node, Statement } from '@babel/types';
import type { ComponentFile, TemplateCode, TemplatePart, TemplateScope } from '@ffsd/templates';
import { namesAtTop } from './names-at-top.ts';
import { pin, shift } from './shift.ts';
import { asNode, type TemplateNode } from './template-nodes.ts';

/**
 * One tree for the whole component: the statements of its scripts where they stand in the file, and behind them its template as nodes
 * that hold the expressions. So a name of the script has its uses in the template among its references, and what folds or removes
 * code needs no second way for them.
 *
 * @param parseCode parses a text as a file of its own
 */
export function treeOfComponent(component: ComponentFile, parseCode: (text: string) => File): File {
  const file = parseCode(onlyScripts(component));
  const comments: Comment[] = [...(file.comments ?? [])];
  for (const { start, end } of component.comments) {
    const value = component.text.slice(start, end).replace(/^<!--|-->$/g, '');
    comments.push({ type: 'CommentBlock', value, start, end } as unknown as Comment);
  }
  const builder: Builder = { parseCode, comments, atTop: namesAtTop(file.program.body) };
  const body = component.parts.flatMap((part) => nodesAt(component, builder, part));
  const template = asNode({
    type: 'ComponentTemplate',
    start: 0,
    end: component.text.length,
    seesScript: component.seesScript,
    body,
  });
  file.program.body.push(template as Statement);
  file.comments = comments.sort((one, other) => one.start! - other.start!);
  return file;
}

/** The text with everything but the scripts blanked: every offset stays what it is. */
function onlyScripts({ text, scripts }: ComponentFile): string {
  let result = '';
  for (const { start, end } of [...scripts].sort((one, other) => one.start - other.start)) {
    result += blanked(text.slice(result.length, start)) + text.slice(start, end);
  }
  return result + blanked(text.slice(result.length));
}

function blanked(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}

interface Builder {
  readonly parseCode: (text: string) => File;
  readonly comments: Comment[];
  readonly atTop: ReadonlySet<string>;
}

/** What does not parse is told with its line in the file. */
function nodesAt({ text }: ComponentFile, builder: Builder, part: TemplatePart): readonly Node[] {
  try {
    return nodesOf(builder, part);
  } catch (error) {
    const line = text.slice(0, part.start).split(/\r\n|\r|\n/).length;
    throw Object.assign(new Error((error as Error).message), { loc: { line } });
  }
}

function nodesOf(builder: Builder, part: TemplatePart): readonly Node[] {
  const { start, end } = part;
  switch (part.kind) {
    case 'code':
      return [expressionOf(builder, part)];
    case 'scope':
      return [
        asNode({
          type: 'TemplateScope',
          start,
          end,
          parameters: parametersOf(builder, part),
          body: part.parts.flatMap((one) => nodesOf(builder, one)),
        }),
      ];
    case 'name': {
      const name = part.names.find((one) => builder.atTop.has(one));
      if (name === undefined) return [];
      return [asNode({ type: 'TemplateName', start, end, name: { type: 'Identifier', name, start, end } as never })];
    }
    case 'literal':
      return [{ type: 'StringLiteral', value: part.value, start, end } as unknown as Node];
    default:
      return part satisfies never;
  }
}

function expressionOf(builder: Builder, part: TemplateCode): Node {
  const { start, end, isExact, host } = part;
  const expression = part.isWritten ? written(parsed(builder, part)) : parsed(builder, part);
  const node: TemplateNode = { type: 'TemplateExpression', start, end, expression, isExact, host };
  return asNode(node);
}

function parsed(builder: Builder, part: TemplateCode): Node {
  const { code, start } = part;
  try {
    // Between the braces of a template text any expression may stand, and no parentheses are noted that are not in the file.
    const literal = soleExpression(builder, `\`\${${code}\n}\``, part, start - 3);
    if (literal?.type === 'TemplateLiteral' && literal.expressions.length === 1) return literal.expressions[0]!;
  } catch (error) {
    if (!part.mayBeStatements) throw error;
  }
  // `save(); close()` as the body of a function, whose braces are the quotation marks.
  const made = soleExpression(builder, `()=>{${code}\n}`, part, start - 5);
  if (made?.type !== 'ArrowFunctionExpression' || made.body.type !== 'BlockStatement') throw new Error('no statements');
  return { ...made, start: part.start, end: part.end, body: { ...made.body, end: part.end + 1 } };
}

function parametersOf(builder: Builder, { parameters }: TemplateScope): readonly Node[] {
  return parameters.flatMap((part) => {
    const made = soleExpression(builder, `(${part.code}\n)=>{}`, part, part.start - 1);
    return made?.type === 'ArrowFunctionExpression' ? made.params : [];
  });
}

function soleExpression(
  { parseCode, comments }: Builder,
  text: string,
  { start, end, isExact }: { readonly start: number; readonly end: number; readonly isExact: boolean },
  by: number,
): Expression | undefined {
  const file = parseCode(text);
  const [statement, second] = file.program.body;
  if (statement?.type !== 'ExpressionStatement' || second) throw new Error('no single expression');
  // Where the characters are others than in the file, all that is known of a part is which expression it belongs to.
  if (isExact) shift(statement, by);
  else pin(statement, start, end);
  if (isExact) {
    for (const comment of file.comments ?? []) {
      comments.push({ ...comment, start: comment.start! + by, end: comment.end! + by });
    }
  }
  return statement.expression;
}

/** `v-model="on"` reads the name and gives it a value. */
function written(argument: Node): Node {
  const { start, end } = argument;
  const isTarget = argument.type === 'Identifier' || argument.type === 'MemberExpression';
  return isTarget
    ? ({ type: 'UpdateExpression', operator: '++', prefix: false, argument, start, end } as never)
    : argument;
}
