import data from './letter-number.json' with { type: 'json' }

/** The number that a letter or a notice carries, in the form of official documents: 督函〔2026〕1号. */
export function letterNumber(kind: 'letter' | 'notice', year: number, number: number): string {
  const parts: Record<string, string> = {
    word: data.words[kind],
    year: String(year),
    number: String(number),
  }
  return data.format.replace(/\{(\w+)\}/g, (_, part: string) => parts[part]!)
}
