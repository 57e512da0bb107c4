export function codemodGenerator(name: string) {
  return async () => {
    throw new Error(`${name} waits for the journal`);
  };
}
