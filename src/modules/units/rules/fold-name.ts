import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 't', to: 'cn' })
const folded = new Map<string, string>()

/**
 * A name as it is compared: NFKC, without white space, in simplified script. Script is converted one
 * character at a time, because the phrase dictionary rewrites words (資訊 becomes 信息), which a name must not suffer.
 */
export function foldName(name: string): string {
  let out = ''
  for (const character of name.normalize('NFKC').replace(/\s+/gu, '')) out += simplified(character)
  return out
}

function simplified(character: string): string {
  const known = folded.get(character)
  if (known !== undefined) return known
  const value = toSimplified(character)
  folded.set(character, value)
  return value
}
