/** A flag key with characters that no flag service allows and that could be read as something else by a shell or a forge. */
export class InvalidKeyError extends Error {
  readonly code = 'flags/invalid-key';
  readonly hint =
    'A key has letters, digits and . _ - / : ~ @ + and single spaces inside, and is not longer than 256 characters.';

  constructor(key: string) {
    super(`${JSON.stringify(key.slice(0, 80))} is no flag key`);
  }
}
