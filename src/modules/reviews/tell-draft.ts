import type { Locale } from '../../kernel/context.ts'
import { decimalOf, fractionOf, readablePeriod, readableValue } from '../indicators/index.ts'
import type { Draft, DraftParam, Message } from './schema.ts'
import { sentenceOf } from './sentences.ts'

/** A draft as one sentence; empty for a line that the office wrote itself. */
export function tellDraft(draft: Draft, locale: Locale): string {
  if (draft.length === 0) return ''
  const told = draft.map((message) => tellMessage(message, locale))
  // The punctuation of the catalogues, so that no Chinese stands in code.
  return sentenceOf(locale, 'reviews.draft-sentence', {
    told: told.join(sentenceOf(locale, 'reviews.draft-comma', {})),
  })
}

/** One message without a full stop. */
export function tellMessage({ code, params }: Message, locale: Locale): string {
  const told = Object.entries(params).map(([name, param]) => {
    const value = tellParam(param, locale)
    return [name, QUOTED.has(name) ? nestQuotes(String(value)) : value]
  })
  return sentenceOf(locale, `reviews.draft.${code}`, Object.fromEntries(told))
}

/** What the catalogues put between quotation marks. */
const QUOTED: ReadonlySet<string> = new Set(['subject', 'title'])

/** Quotation marks inside others are single ones (GB/T 15834-2011, 4.8). */
function nestQuotes(text: string): string {
  return text.replace(/[\u201c\u201d]/g, (mark) => (mark === '\u201c' ? '\u2018' : '\u2019'))
}

function tellParam(param: DraftParam, locale: Locale): string | number {
  if (typeof param !== 'object') return param
  if ('zh' in param) return (locale === 'en' && param.en) || param.zh
  if ('value' in param) return readableValue(param.value, param.unit, locale)
  if ('period' in param) return readablePeriod(param.period, locale)
  if ('day' in param) return readablePeriod(param.day, locale)
  return decimalOf(fractionOf(param.rate.replace('-', '')), 2)
}
