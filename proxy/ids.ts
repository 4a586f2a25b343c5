const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARS = 10;
const RANDOM_CHARS = 16;

/** Ids of 26 characters that sort by the millisecond they were made in and end in 80 random bits (ULID). */
export function createIds(clock: () => number): () => string {
  return () => {
    let time = clock();
    let head = '';
    for (let index = 0; index < TIME_CHARS; index += 1) {
      head = ALPHABET.charAt(time % 32) + head;
      time = Math.floor(time / 32);
    }
    const bytes = crypto.getRandomValues(new Uint8Array(RANDOM_CHARS));
    return head + Array.from(bytes, (byte) => ALPHABET.charAt(byte % 32)).join('');
  };
}
