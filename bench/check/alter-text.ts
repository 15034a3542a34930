import { createHash } from 'node:crypto'

/** One number or word of a real text made wrong; knows nothing of the rules that should find it. */
export interface Alteration {
  readonly how: string
  /** Offset of what was altered, and what it was and became. */
  readonly at: number
  readonly was: string
  readonly became: string
  readonly text: string
}

interface Way {
  readonly how: string
  readonly places: RegExp
  readonly turn: (found: string) => string | null
}

const NUMBER = /\d+(?:\.\d+)?/g
const WAYS: readonly Way[] = [
  { how: 'digits swapped', places: NUMBER, turn: swapped },
  { how: 'digit changed', places: NUMBER, turn: changed },
  { how: 'decimal point', places: NUMBER, turn: shifted },
  {
    how: 'ten thousand',
    places: /(?<=\d)[万亿](?=元|人|户|平方米|吨|件|个|套|美元)/g,
    turn: (of) => (of === '万' ? '亿' : '万'),
  },
  { how: 'points to per cent', places: /个百分点/g, turn: () => '%' },
  { how: 'per cent to points', places: /(?<=\d)[%％]/g, turn: () => '个百分点' },
  {
    how: 'up for down',
    places: /(?:提高|增加|上升|增长|扩大|下降|减少|降低)(?=到|至)/g,
    turn: (of) => (/下降|减少|降低/.test(of) ? '增加' : '下降'),
  },
  {
    how: 'comparison',
    places: /[同环]比|(?<=比(?:上年|去年))(?=增长|下降|提高)/g,
    turn: (of) => (of === '同比' ? '环比' : of === '环比' ? '同比' : '环比'),
  },
  { how: 'no such day', places: /\d{1,2}(?=月\d{1,2}日)/g, turn: (of) => String(Number(of) + 12) },
  {
    how: 'how many',
    places: /[二两三四五六七八九](?=[个大项省市区县]|是(?!否))/g,
    turn: (of) => '三四五六七八九十二'['二三四五六七八九两'.indexOf(of)] ?? null,
  },
]

/** The same alterations of a text every time, at most so many of each way, spread over the text by its hash. */
export function alterText(text: string, most: number): Alteration[] {
  const seed = createHash('sha256').update(text).digest()
  return WAYS.flatMap(({ how, places, turn }, w) => {
    const found = [...text.matchAll(places)]
    const order = found.map((match, i) => ({ match, key: keyOf(seed, w, i) })).sort((a, b) => a.key - b.key)
    const made: Alteration[] = []
    for (const { match } of order) {
      if (made.length === most) break
      const became = turn(match[0])
      if (became === null || became === match[0]) continue
      const { index: at } = match
      made.push({
        how,
        at,
        was: match[0],
        became,
        text: text.slice(0, at) + became + text.slice(at + match[0].length),
      })
    }
    return made
  })
}

function keyOf(seed: Buffer, way: number, i: number): number {
  return createHash('sha256').update(seed).update(`${way}/${i}`).digest().readUInt32BE(0)
}

function swapped(numeral: string): string | null {
  for (let i = 0; i + 1 < numeral.length; i++) {
    const [a, b] = [numeral[i]!, numeral[i + 1]!]
    if (a !== b && a !== '.' && b !== '.' && !(i === 0 && b === '0'))
      return numeral.slice(0, i) + b + a + numeral.slice(i + 2)
  }
  return null
}

function changed(numeral: string): string | null {
  const first = Number(numeral[0])
  return String(first >= 8 ? first - 3 : first + 1) + numeral.slice(1)
}

function shifted(numeral: string): string | null {
  const [whole = '', fraction] = numeral.split('.')
  if (fraction === undefined) return `${numeral}0`
  return fraction.length === 1 ? whole + fraction : `${whole}${fraction[0]}.${fraction.slice(1)}`
}
