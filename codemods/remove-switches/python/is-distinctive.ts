/**
 * Whether a name says so much that something outside of the workspace hardly has the same: `section_groups_enabled` does,
 * `is_active` and `content_type` do not. What is folded by such a name alone is left to a reviewer.
 */
export function isDistinctive(name: string): boolean {
  const words = name.split('_').filter((word) => word !== '');
  if (/^(?:is|has|can|get|set|use|should|was|on|do)$/.test(words[0] ?? '')) words.shift();
  return words.length >= 3;
}
