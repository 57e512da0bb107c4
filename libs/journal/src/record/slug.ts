/** A title as part of a file name: lower-case ASCII words with `-`, at most 50 characters. */
export function slug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  let text = '';
  for (const word of words) {
    const longer = text === '' ? word : `${text}-${word}`;
    if (longer.length > 50) break;
    text = longer;
  }
  return text || words[0]?.slice(0, 50) || 'change';
}
