import { randomInt } from 'node:crypto'

/** No letters or digits that look alike on a screen. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'

/** A random password that can be read aloud and typed, `Hqdax-v9d3v-k2x7m`: 70 bits, four kinds of signs. */
export function newPassword(): string {
  const draw = (from: string) => from[randomInt(from.length)]!
  const characters = Array.from({ length: 15 }, () => draw(LETTERS + DIGITS))
  characters[0] = draw(LETTERS).toUpperCase()
  characters[randomInt(1, 15)] = draw(DIGITS)
  const text = characters.join('')
  return [text.slice(0, 5), text.slice(5, 10), text.slice(10)].join('-')
}
