import type { AnyNode, BaseExpression, Comma, Param, ParamSlash, ParamStar } from 'libcst-wasm';

/** What may be taken out of a list with its comma. */
export type ListItem = Extract<
  AnyNode,
  {
    type:
      | 'Arg'
      | 'DictElement'
      | 'Element'
      | 'ImportAlias'
      | 'MatchKeywordElement'
      | 'MatchMappingElement'
      | 'MatchSequenceElement'
      | 'MatchStar'
      | 'NameItem'
      | 'Param'
      | 'StarredDictElement'
      | 'StarredElement'
      | 'SubscriptElement'
      | 'TypeParam'
      | 'WithItem';
  }
>;

/** An item, or what stands between items in a list of parameters. */
export type Listed = ListItem | ParamStar | ParamSlash;

/** The list that an item stands in. */
export interface ItemList {
  readonly holder: AnyNode;
  /** In the order of the text. */
  readonly items: readonly Listed[];
  /** What stands between the brackets; undefined for a list without any. */
  readonly inside: Span | undefined;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function listOf(item: ListItem): ItemList {
  const holder = item.parent as AnyNode;
  const inOrder = (...lists: readonly (readonly (Listed | null)[])[]): Listed[] =>
    lists
      .flat()
      .filter((one) => one !== null)
      .sort((a, b) => a.fullStart - b.fullStart);
  switch (holder.type) {
    case 'Call':
      return {
        holder,
        items: holder.args,
        inside: { start: holder.whitespaceBeforeArgs.fullStart, end: holder.end - 1 },
      };
    case 'ClassDef':
      return { holder, items: inOrder(holder.bases, holder.keywords), inside: between(holder.lpar!, holder.rpar!) };
    case 'Parameters': {
      const { posonlyParams, posonlyInd, params, starArg, kwonlyParams, starKwarg } = holder;
      const items = inOrder(posonlyParams, [posonlyInd], params, [starArg], kwonlyParams, [starKwarg]);
      return { holder, items, inside: insideOfParameters(holder.parent as AnyNode, holder.fullEnd) };
    }
    case 'List':
      return { holder, items: holder.elements, inside: between(holder.lbracket, holder.rbracket) };
    case 'Set':
    case 'Dict':
      return { holder, items: holder.elements, inside: between(holder.lbrace, holder.rbrace) };
    case 'Tuple':
      return { holder, items: holder.elements, inside: parentheses(holder) };
    case 'Subscript':
      return { holder, items: holder.slice, inside: between(holder.lbracket, holder.rbracket) };
    case 'Import':
    case 'LazyImport':
    case 'Global':
    case 'Nonlocal':
      return { holder, items: holder.names, inside: undefined };
    case 'ImportFrom':
    case 'LazyImportFrom':
      return {
        holder,
        items: holder.names as readonly Listed[],
        inside: holder.lpar === null ? undefined : between(holder.lpar, holder.rpar!),
      };
    case 'With':
      return {
        holder,
        items: holder.items,
        inside: holder.lpar === null ? undefined : between(holder.lpar, holder.rpar!),
      };
    case 'TypeParameters':
      return { holder, items: holder.params, inside: between(holder.lbracket, holder.rbracket) };
    case 'MatchList':
      return {
        holder,
        items: holder.patterns,
        inside: holder.lbracket === null ? undefined : between(holder.lbracket, holder.rbracket!),
      };
    case 'MatchTuple':
      return { holder, items: holder.patterns, inside: parentheses(holder) };
    case 'MatchClass':
      return {
        holder,
        items: inOrder(holder.patterns, holder.kwds),
        inside: { start: holder.whitespaceBeforePatterns.fullStart, end: holder.end - 1 },
      };
    case 'MatchMapping':
      return { holder, items: holder.elements, inside: between(holder.lbrace, holder.rbrace) };
    default:
      throw new TypeError(`A ${item.type} in a ${holder.type} is in no list.`);
  }
}

/** The comma behind an item; undefined for the last that has none. */
export function commaOf(item: Listed): Comma | undefined {
  return item.comma ?? undefined;
}

/** Where an item ends, without its comma and the white space before that. */
export function itemEnd(item: Listed): number {
  if (item.comma !== null) return item.comma.fullStart;
  switch (item.type) {
    case 'Param':
      return endOfParam(item);
    case 'ParamSlash':
      return item.fullStart + 1;
    case 'ParamStar':
      return item.fullEnd;
    default:
      return item.end;
  }
}

// LibCST ends a parameter behind its name.
const endOfParam = ({ default: value, annotation, end }: Param): number =>
  value?.fullEnd ?? annotation?.annotation.fullEnd ?? end;

const between = (open: AnyNode, close: AnyNode): Span => ({ start: open.fullStart + 1, end: close.fullEnd - 1 });

function parentheses({ lpar, rpar }: Pick<BaseExpression, 'lpar' | 'rpar'>): Span | undefined {
  return lpar.length === 0 ? undefined : between(lpar.at(-1)!, rpar[0]!);
}

function insideOfParameters(holder: AnyNode, end: number): Span {
  // `lambda x: y` loses the space as well.
  if (holder.type === 'Lambda') return { start: holder.start + 'lambda'.length, end };
  const start = holder.type === 'FunctionDef' ? holder.whitespaceBeforeParams.fullStart : end;
  return { start, end };
}
