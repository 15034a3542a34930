import simplified from './simplified-characters.json' with { type: 'json' }

/** One-for-one replacements that hold wherever the character stands. */
const PUNCTUATION: readonly (readonly [string, string])[] = [
  ['「」『』﹁﹂﹃﹄＂〝〞', '“”‘’“”‘’"“”'],
  ['﹑﹐﹕﹔﹖﹗︰｡､', '、，：；？！：。、'],
  ['〔〕［］[]﹙﹚()', '（）（）（）（）（）'],
  ['‧•·・∙⋅･', '·······'],
  ['％﹪．', '%%.'],
  ['–―‑‐−', '—————'],
  ['～〜∼', '~~~'],
  ['﹣－', '--'],
  ['＋', '+'],
  ['／', '/'],
]

/**
 * Folds each UTF-16 unit to simplified script and standard punctuation, by table.
 * Characters: opencc-js 1.4.2, NFKC for radicals and compatibility ideographs that PDF fonts give.
 */
export const foldingTable: Uint16Array = buildTable()

function buildTable(): Uint16Array {
  const table = new Uint16Array(65_536)
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit
  for (let unit = 0xff10; unit <= 0xff5a; unit++) {
    const ascii = String.fromCharCode(unit - 0xfee0)
    if (/[0-9A-Za-z]/.test(ascii)) table[unit] = ascii.charCodeAt(0)
  }
  for (const [from, to] of [...PUNCTUATION, [simplified.from, simplified.to] as const])
    for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(i)
  return table
}
