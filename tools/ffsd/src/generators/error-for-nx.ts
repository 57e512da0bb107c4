import { describeError } from '../describe-error.ts';
import { exitCode } from '../exit-code.ts';

/**
 * Runs a generator and turns what it throws into what Nx shows best: the first line of a message as the title, the others below.
 */
export async function forNx<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, title, hint } = describeError(error);
    if (code === exitCode.broken) throw error;
    const shown = new Error(`ffsd: ${title}\n${hint}`);
    // With a stack Nx would ask for --verbose, which has nothing to add to a wrong option.
    delete shown.stack;
    throw shown;
  }
}
