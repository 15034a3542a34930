import fc from 'fast-check'

type Damage = (text: string, seed: number) => string

/** A small generator of its own, so that a damage is a function of its seed. */
function dice(seed: number): (below: number) => number {
  let state = seed | 1
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return below === 0 ? 0 : (state >>> 8) % below
  }
}

const paragraphsOf = (text: string) => text.split(/\n+/)

/** What print and extraction do to a text, and what only a test would do. */
const damages: Readonly<Record<string, Damage>> = {
  wrapLines: (text, seed) => {
    const width = 8 + (seed % 40)
    return paragraphsOf(text)
      .map((paragraph) => paragraph.replace(new RegExp(`(.{${width}})`, 'gu'), '$1\n'))
      .join('\n\n')
  },
  blankLines: (text, seed) => text.replaceAll('\n', '\n'.repeat(2 + (seed % 3))),
  loseCharacters: (text, seed) => {
    const roll = dice(seed)
    return Array.from(text, (c) => (roll(60) === 0 ? ['?', '', '�'][roll(3)]! : c)).join('')
  },
  swapParagraphs: (text, seed) => {
    const roll = dice(seed)
    const paragraphs = paragraphsOf(text)
    const [a, b] = [roll(paragraphs.length), roll(paragraphs.length)]
    ;[paragraphs[a], paragraphs[b]] = [paragraphs[b]!, paragraphs[a]!]
    return paragraphs.join('\n')
  },
  pullQuote: (text, seed) => {
    const roll = dice(seed)
    const at = roll(text.length)
    const from = roll(text.length)
    return `${text.slice(0, at)}\n\n■ ${text.slice(from, from + 40)}\n\n${text.slice(at)}`
  },
  repeatParagraph: (text, seed) => {
    const paragraphs = paragraphsOf(text)
    const again = paragraphs[dice(seed)(paragraphs.length)]!
    return [...paragraphs, again].join('\n')
  },
  shuffleUnits: (text, seed) => {
    const roll = dice(seed)
    const name = /[\u4e00-\u9fff]{2}[区县镇局委]/g
    const units = text.match(name) ?? []
    return text.replace(name, () => units[roll(units.length)]!)
  },
  shuffleNumbers: (text, seed) => {
    const roll = dice(seed)
    return text.replace(/\d/g, () => String(roll(10)))
  },
  truncate: (text, seed) =>
    text.slice(dice(seed)(text.length), text.length - dice(seed + 7)(text.length / 2)),
  widen: (text) => text.replace(/[0-9A-Za-z,]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  carriageReturns: (text) => text.replaceAll('\n', '\r\n'),
  spaces: (text, seed) => {
    const roll = dice(seed)
    return Array.from(text, (c) =>
      roll(25) === 0 ? `${c}${[' ', '　', '\u00a0', '\u200b'][roll(4)]}` : c,
    ).join('')
  },
}

/** Copies of a text with one to four damages, each by chance. */
export function damagedCopies(text: string): fc.Arbitrary<string> {
  const damage = fc.tuple(fc.constantFrom(...Object.keys(damages)), fc.nat(1_000_000))
  return fc
    .array(damage, { minLength: 1, maxLength: 4 })
    .map((chosen) => chosen.reduce((copy, [name, seed]) => damages[name]!(copy, seed), text))
}
