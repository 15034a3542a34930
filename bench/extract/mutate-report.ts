/** A gold report as the scorer reads it: strings anywhere, figures with values. */
export interface GoldReport {
  figures?: { value: number | null; text: string }[]
  ranks?: { position: number | null; text: string; spans?: string[] }[]
  [key: string]: unknown
}

export interface Mutation {
  readonly text: string
  readonly gold: GoldReport
}

const DISTRICTS = ['云岭区', '石浦县', '白塘区', '临泽市', '青岩县', '望海区', '苍溪县', '鹿泉区']
const DEPARTMENTS = [
  '市水务局',
  '市国资委',
  '市商务委',
  '市生态环境局',
  '市住房城乡建设局',
  '市医保局',
  '市科委',
  '市统计局',
]
const NEW_AREAS = ['南屏新区', '东岸新区']
const PEOPLE = ['周明远', '许世安', '何立', '江一帆', '孟川', '石文']
const PLACES = ['二', '三', '四', '五']

/**
 * Another city's report by the same grammar: units, persons, city, numbers and places exchanged in text and
 * gold alike, and the lines wrapped anew. What an extractor learnt by heart of the original is worth nothing here.
 */
export function mutateReport(text: string, gold: GoldReport, seed: number): Mutation {
  const exchanges = [...unitExchanges(gold, seed), ...personExchanges(gold, seed), ['上海', '宁川'] as const]
  const place = PLACES[seed % PLACES.length]!
  let changed = text
  for (const [from, to] of exchanges) changed = changed.replace(spaced(from), to)
  changed = changed.replace(/(全\s*市|全\s*国|郊\s*区)\s*第\s*一/g, `$1第${place}`)
  const numbers = numberExchanges(gold, seed)
  changed = changed.replace(/\d+(?:\.\d+)?/g, (digits) => numbers.get(digits) ?? digits)
  const inGold = (value: string) => {
    let result = value
    for (const [from, to] of exchanges) result = result.replaceAll(from, to)
    return result
      .replace(/(全市|全国|郊区)第一/g, `$1第${place}`)
      .replace(/\d+(?:\.\d+)?/g, (digits) => numbers.get(digits) ?? digits)
  }
  const mutated = mapStrings(
    gold,
    inGold,
    new Set(['period', 'reportDate', 'source', 'deadline', 'reportDateFrom']),
  ) as GoldReport
  for (const [i, rank] of (mutated.ranks ?? []).entries()) {
    if (gold.ranks?.[i]?.position === 1 && rank.text.includes(`第${place}`))
      rank.position = PLACES.indexOf(place) + 2
  }
  for (const [i, figure] of (mutated.figures ?? []).entries()) {
    const original = gold.figures![i]!
    const [from, to] =
      [...numbers].find(([digits]) => original.text.includes(digits) && matches(original.value, digits)) ?? []
    if (from && to && figure.value !== null)
      figure.value = Number(((figure.value / Number(from)) * Number(to)).toFixed(6))
  }
  return { text: rewrap(changed, 17 + (seed % 5) * 6), gold: mutated }
}

const matches = (value: number | null, digits: string) =>
  value !== null && [1, 1e4, 1e8].some((unit) => Math.abs(value / unit - Number(digits)) < 1e-9)

/** Matches the word also where a line break cut it. */
const spaced = (word: string) => new RegExp([...word].join('\\s*'), 'g')

function unitExchanges(gold: GoldReport, seed: number): (readonly [string, string])[] {
  const names = stringsUnder(gold, ['unit', 'speakingUnits'])
  const pick = (list: readonly string[]) => {
    let next = seed
    return () => list[next++ % list.length]!
  }
  const [district, department, newArea] = [pick(DISTRICTS), pick(DEPARTMENTS), pick(NEW_AREAS)]
  const other = (name: string) =>
    name.startsWith('市') ? department() : name.endsWith('新区') ? newArea() : district()
  return names
    .sort((a, b) => b.length - a.length)
    .filter((name) => /^市.+[委局]$|.区$/.test(name))
    .map((name) => [name, other(name)] as const)
}

function personExchanges(gold: GoldReport, seed: number): (readonly [string, string])[] {
  return stringsUnder(gold, ['speaker', 'chair']).map(
    (name, i) => [name, PEOPLE[(i + seed) % PEOPLE.length]!] as const,
  )
}

/** Digits of figures only, so that dates and periods stay what the gold resolves them to. */
function numberExchanges(gold: GoldReport, seed: number): Map<string, string> {
  const exchanges = new Map<string, string>()
  for (const { value, text } of gold.figures ?? []) {
    for (const [digits] of text.matchAll(/\d+(?:\.\d+)?/g)) {
      if (!matches(value, digits) || Number(digits) < 13 || exchanges.has(digits)) continue
      const decimals = digits.split('.')[1]?.length ?? 0
      exchanges.set(digits, (Number(digits) * (1 + ((seed % 7) + 2) / 10)).toFixed(decimals))
    }
  }
  return exchanges
}

function stringsUnder(gold: GoldReport, keys: readonly string[]): string[] {
  const found = new Set<string>()
  const keep = (value: string) => {
    found.add(value)
    return value
  }
  mapStrings(gold, keep, new Set(), new Set(keys))
  return [...found]
}

/** Applies `change` to every string, but not below the keys left out, or only below the keys named. */
function mapStrings(
  node: unknown,
  change: (value: string) => string,
  leftOut: ReadonlySet<string>,
  only?: ReadonlySet<string>,
): unknown {
  const walk = (value: unknown, inside: boolean): unknown => {
    if (typeof value === 'string') return inside ? change(value) : value
    if (Array.isArray(value)) return value.map((entry) => walk(entry, inside))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        leftOut.has(key) ? entry : walk(entry, inside || (only?.has(key) ?? false)),
      ]),
    )
  }
  return walk(node, only === undefined)
}

/** Wraps every line at another width, as a newspaper's column would. */
function rewrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) =>
      line.length <= 60 ? line : (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n'),
    )
    .join('\n')
}
