import { randomInt } from 'node:crypto'

/** No letters or digits that look alike on a screen: 31^14 is 69 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A random password that can be read aloud and typed, `qqdax-v9d3-vv9j9`. */
export function newPassword(): string {
  const group = (size: number) =>
    Array.from({ length: size }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [5, 4, 5].map(group).join('-')
}
