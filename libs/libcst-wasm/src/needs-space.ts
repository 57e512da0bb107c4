/**
 * Whether a word would run together with the one before it, so that a space must stand between them: `return` and `x`,
 * but not `return` and `(`. Where a node was changed its white space may be what was right before: that of `return(x)`
 * is nothing.
 */
export function needsSpace(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  const next = after.charCodeAt(0);
  if (isOfWord(last) && isOfWord(next)) return true;
  // `1.real` is a number and a name; `"""a"` is the beginning of a longer string.
  return (after.startsWith('.') && /^[\d_]+$/.test(before)) || (/^\w*(?:""|'')$/.test(before) && last === next);
}

function isOfWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code >= 128 && code !== BYTE_ORDER_MARK)
  );
}

const BYTE_ORDER_MARK = 0xfeff;
