import { Converter } from 'opencc-js/t2cn'

const toSimplified = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/**
 * A text in simplified script, one character at a time, because the phrase dictionary rewrites words (資訊 becomes 信息),
 * which a name must not suffer. What is simplified already stays.
 */
export function simplifiedScript(text: string): string {
  let out = ''
  for (const character of text) out += simplified(character)
  return out
}

function simplified(character: string): string {
  const found = known.get(character)
  if (found !== undefined) return found
  const value = toSimplified(character)
  known.set(character, value)
  return value
}
