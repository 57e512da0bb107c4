import { type Attribute, findAll, m, parseModule, qualifiedNamesOf } from 'libcst-wasm';

/** `logging.warn` is deprecated: calls `logging.warning` instead, under whatever name `logging` was imported. */
export function renameWarn(source: string): string {
  const module = parseModule(source);
  const names = findAll(module, m.Call({ func: m.Attribute({ attr: m.Name('warn') }) }))
    .filter((call) => qualifiedNamesOf(call.func).some(({ name }) => name === 'logging.warn'))
    .map((call) => (call.func as Attribute).attr);
  // Nodes have offsets of the string that was given, so an edit is a slice: no other character moves.
  return names.reduceRight((text, { start, end }) => `${text.slice(0, start)}warning${text.slice(end)}`, source);
}
