import { decodeText } from '@ffsd/workspace';
import type { Disk } from './disk.ts';

/** The text of a file; null when there is none, undefined when what is there is no text that could be written back. */
export function fileText(disk: Disk, absolute: string): string | null | undefined {
  const bytes = disk.bytes(absolute);
  return bytes === undefined ? null : decodeText(bytes);
}
