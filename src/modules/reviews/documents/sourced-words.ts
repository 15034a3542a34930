import type { Run, Source as Shown, Words } from '../../../platform/official-document/index.ts'
import { readablePeriod, readableValue } from '../../indicators/index.ts'
import type { Source } from '../schema.ts'
import told from './words.json' with { type: 'json' }

const FIGURE = /\d[\d,]*(?:\.\d+)?%?/g
const DATE = new RegExp(told.date, 'g')

/**
 * A sentence whose figures each name what they rest on: the source that says the number, else the line's first. A sentence
 * without figures rests on its first source as a whole. The figures of a date say when, not how much.
 */
export function sourcedWords(words: string, sources: readonly Source[]): Words {
  const [first] = sources
  if (!first) return words
  const dates = [...words.matchAll(DATE)].map(({ 0: date, index }) => [index, index + date.length] as const)
  const figures = [...words.matchAll(FIGURE)].filter(
    ({ index }) => !dates.some(([from, to]) => from <= index && index < to),
  )
  if (figures.length === 0) return [{ text: words, source: shownSource(first) }]
  const runs: Run[] = []
  let at = 0
  for (const { 0: figure, index } of figures) {
    if (index > at) runs.push({ text: words.slice(at, index) })
    const source = sources.find((each) => says(each, figure)) ?? first
    runs.push({ text: figure, source: shownSource(source) })
    at = index + figure.length
  }
  if (at < words.length) runs.push({ text: words.slice(at) })
  return runs
}

function says({ label }: Source, figure: string): boolean {
  const plain = figure.replaceAll(',', '').replace('%', '')
  const { rank, of, value, numerator, denominator } = label
  const values = [value, numerator, denominator].filter((each) => each !== undefined)
  const readable = value === undefined ? '' : readableValue(value, label.unit ?? '', 'zh-CN')
  return (
    [rank, of].some((each) => String(each) === plain) ||
    values.some((each) => Number(each) === Number(plain)) ||
    (readable.match(FIGURE)?.includes(figure) ?? false)
  )
}

/** What is told of a source beside its address, as a person reads it. */
export function shownSource({ href, label }: Source): Shown {
  const { title, key, period, value, unit, rank, of, numerator, denominator, vintage, asOf, source } = label
  const place = of === undefined ? told.source.rank : told.source.of
  const parts = [
    title || key,
    period && readablePeriod(period, 'zh-CN'),
    value === undefined ? undefined : readableValue(value, unit ?? '', 'zh-CN'),
    rank === undefined ? undefined : place.replace('{rank}', String(rank)).replace('{of}', String(of)),
    numerator === undefined || denominator === undefined ? undefined : `${numerator} ÷ ${denominator}`,
    source,
    vintage === undefined ? undefined : told.source.vintage.replace('{vintage}', String(vintage)),
    asOf,
  ]
  return { href, label: parts.filter(Boolean).join(told.source.and) }
}
