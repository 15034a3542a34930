import type { Locale } from '../../kernel/context.ts'
import { dayOf, timeOf } from '../../kernel/day.ts'
import type { FieldChange } from './rules/changed-fields.ts'
import { fillOf, wordOf } from './sentences.ts'

/** The zone in which the city's clock is read (kernel/clock.ts). */
const ZONE = 'Asia/Shanghai'
/** More than this many fields are counted instead of named, and longer values only named. */
const MOST_FIELDS = 4
const MOST_LETTERS = 24

/** What somebody else changed and when, as words for a person who saw the item before. */
export function describeChanges(
  { changes, changedAt }: { changes: readonly FieldChange[]; changedAt: string },
  locale: Locale,
): { what: string; when: string } {
  const at = new Date(changedAt)
  const named = changes.slice(0, MOST_FIELDS).map((change) => describeChange(change, locale))
  const rest = changes.length - named.length
  const more = rest > 0 ? [fillOf(locale, 'ledger.more-fields', { count: rest })] : []
  const what = [...named, ...more].join(locale === 'zh-CN' ? '、' : ', ')
  return { what: what || wordOf(locale, 'field', 'other'), when: `${dayOf(at, ZONE)} ${timeOf(at, ZONE)}` }
}

function describeChange({ field, before, after }: FieldChange, locale: Locale): string {
  const name = wordOf(locale, 'field', field)
  const [former, now] = [before, after].map((value) => shownValue(field, value, locale))
  return former === undefined || now === undefined ? name : `${name} ${former} → ${now}`
}

function shownValue(field: string, value: unknown, locale: Locale): string | undefined {
  if (value === null || value === undefined || value === '') return wordOf(locale, 'field', 'none')
  if (field === 'state' || field === 'stateBefore') return wordOf(locale, 'state', String(value))
  if (typeof value === 'number') return String(value)
  const isShown = typeof value === 'string' && value.length <= MOST_LETTERS && !/^[0-9a-f-]{36}$/.test(value)
  return isShown ? value : undefined
}
