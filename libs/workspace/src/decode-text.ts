/** Files above this size are data or build output; a person does not review a change in them. */
const largest = 4 * 1024 * 1024;

/**
 * The text of a file with its byte order mark, or undefined when it is no text that can be written back byte for byte:
 * not UTF-8, with a NUL character, or larger than 4 MiB.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.length > largest || bytes.includes(0)) return undefined;
  try {
    // Not Buffer.toString: it turns a Latin-1 é into U+FFFD, and writing that back would destroy the file.
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
