import type { TimePeriod } from './time-period.ts'
import words from './words.json' with { type: 'json' }

/** A period as people read it: 2024年1—11月, 2024年一季度, 2024年上半年; `Jan–Nov 2024`, `Q1 2024`, `H1 2024`. */
export function formatTimePeriod(period: TimePeriod, locale: 'zh-CN' | 'en'): string {
  const { kind, year, index } = period
  const month = kind === 'day' ? Math.floor(index / 100) : index
  const fills: Readonly<Record<string, string>> = {
    year: String(year),
    index: String(index),
    month: locale === 'en' ? shortMonth(month) : String(month),
    date: String(index % 100),
    quarter: words.zh.numerals[index - 1] ?? '',
    half: words.zh.halves[index - 1] ?? '',
  }
  const pattern = locale === 'en' ? words.en.patterns[kind] : words.zh.patterns[kind]
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => fills[name] ?? '')
}

function shortMonth(month: number): string {
  const name = words.en.months[month - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1, 3)
}
