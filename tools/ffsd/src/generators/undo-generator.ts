export async function undo(): Promise<void> {
  throw new Error('undo waits for the journal');
}
