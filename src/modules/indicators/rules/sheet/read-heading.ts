import { findPeriod, type PeriodContext } from './find-period.ts'
import { foldKey, foldText, splitMarks } from './fold-text.ts'
import type { Aspect } from './table-mapping.ts'
import words from './words.json' with { type: 'json' }

/** What one heading says: `2024年1-11月地区生产总值同比（%）①`. */
export interface Heading {
  readonly name: string
  readonly aspect: Aspect
  readonly measure: string | null
  readonly period: string | null
  readonly marks: string
}

const MEASURES: ReadonlySet<string> = new Set(words.measure.map((word) => foldKey(word)))
const BRACKETS = /\(([^()]{1,20})\)/g
const SAID = /^(?:计量|数据|金额)?单位\s*:\s*(.+)$/
/** A Latin letter behind a closing bracket is a footnote of foreign statistical software: `支出（亿元）i`. */
const LETTER_MARK = /(?<=\))\s*[a-z]{1,2}$/

const ASPECTS = words.aspect
  .flatMap(({ aspect, endings }) =>
    endings.map((ending) => ({ aspect: aspect as Aspect, ending: foldKey(ending) })),
  )
  .sort((a, b) => b.ending.length - a.ending.length)

/** Whether a text is a unit of measure as tables print it: 亿元, %, 元/人, 上年=100. */
export function isMeasure(text: string): boolean {
  const key = foldKey(text.replace(/^(?:单位|计量单位)\s*[:：]/, ''))
  return (
    MEASURES.has(key) || (/^[^/]+\/[^/]+$/.test(key) && key.split('/').every((part) => MEASURES.has(part)))
  )
}

/** Parts a heading into the indicator's name, its measure, its period and what it is of the indicator. */
export function readHeading(raw: string, context: PeriodContext = {}): Heading {
  const split = splitMarks(raw)
  let text = foldText(split.text).replace(LETTER_MARK, '')
  let measure: string | null = null
  text = text.replace(BRACKETS, (whole, inside: string) => {
    const said = SAID.exec(inside)?.[1] ?? inside
    if (measure !== null || !isMeasure(said)) return whole
    measure = foldText(said)
    return ' '
  })
  const tail = /[,，、:_\s]\s*(?:单位\s*:\s*)?([^,，、:\s]{1,12})$/.exec(text.trim())
  if (measure === null && tail && isMeasure(tail[1]!)) {
    measure = tail[1]!
    text = text.trim().slice(0, tail.index)
  }
  const found = findPeriod(text, context)
  if (found) text = found.rest
  const name = foldText(splitMarks(text).text).replace(/^[-—:,、\s]+|[-—:,、±\s]+$/g, '')
  if (measure === null && isMeasure(name))
    return { name: '', aspect: 'level', measure: name, period: found?.period ?? null, marks: split.marks }
  const aspect = aspectOf(name)
  return {
    name: aspect.name,
    aspect: aspect.aspect,
    measure,
    period: found?.period ?? null,
    marks: split.marks,
  }
}

/** `财政收入同比` is growth of 财政收入; `同比` alone has no name; an indicator that is itself a rate, 增长率, has none either. */
export function aspectOf(name: string): { readonly name: string; readonly aspect: Aspect } {
  const bare = name.replace(/(?<![%‰±])[%‰±]+$/, '').trim()
  const key = foldKey(bare)
  for (const { aspect, ending } of ASPECTS) {
    if (!key.endsWith(ending) || bare.length < ending.length) continue
    const rest = bare.replaceAll(' ', '').slice(0, -ending.length)
    return { name: rest.replace(/(?<![-—:,、(（/])[-—:,、(（/]+$/, ''), aspect }
  }
  return { name: bare, aspect: 'level' }
}
