import { basename, dirname, join } from 'node:path';
import { hash } from '@ffsd/changes';

/**
 * Where the new content of a file waits for its rename: in the same folder, since a rename across file systems copies, and a
 * copy can stop halfway. The name tells the run, so that a crashed run can be cleaned up and two never meet; of the file it
 * has a hash alone, since a long name with something added may be longer than the system allows.
 */
export function temporaryPath(absolute: string, run: string): string {
  return join(dirname(absolute), `.ffsd-${run}-${hash(basename(absolute))}.tmp`);
}
