// The bare replacement as a transform of jscodeshift: reads become the literal, and nothing else is done.
module.exports = (file, { jscodeshift: j }, { prefilter, flag }) => {
  if (String(prefilter) === 'true' && !file.source.includes(flag)) return undefined;
  const root = j(file.source);
  const reads = root.find(j.CallExpression, { callee: { name: 'isEnabled' } }).filter(({ value }) => {
    const [key] = value.arguments;
    return key !== undefined && key.value === flag;
  });
  if (reads.length === 0) return undefined;
  return reads.replaceWith(() => j.booleanLiteral(true)).toSource();
};
