import type { Locale } from '../../../../kernel/context.ts'
import { readablePeriod } from '../../../indicators/index.ts'
import type { Reason } from '../../schema.ts'
import { sentenceOf } from '../../sentences.ts'
import type { StoredReason } from '../../store/cycle/stored-reason.ts'

/** Reasons in the reader's language. */
export function presentReasons(reasons: readonly StoredReason[], locale: Locale): Reason[] {
  return reasons.map(({ code, params }) => {
    const { period } = params
    const shown = typeof period === 'string' ? { ...params, period: readablePeriod(period, locale) } : params
    return { code, params: { ...params }, sentence: sentenceOf(locale, code, shown) }
  })
}
