import type { Day } from '../../../../kernel/day.ts'
import lunar from './lunar-festivals.json' with { type: 'json' }

const FIXED: Record<string, string> = {
  元旦: '01-01',
  清明: '04-04',
  五一: '05-01',
  国庆: '10-01',
  十一: '10-01',
}
const LUNAR: Record<string, Record<string, string>> = {
  春节: lunar.springFestival,
  新春: lunar.springFestival,
  端午: lunar.dragonBoat,
  中秋: lunar.midAutumn,
}

/** Names of festivals, for patterns. */
export const FESTIVAL = '春节|元旦|清明|“?五一”?|端午|中秋|国庆|“?十一”?(?=假期|黄金周|长假)'

/** The day a festival falls on in a year; undefined outside 1990–2050 for lunar ones. */
export function festivalDay(name: string, year: number): Day | undefined {
  const plain = name.replace(/[“”]/g, '')
  const monthDay = FIXED[plain] ?? LUNAR[plain]?.[String(year)]
  return monthDay && `${year}-${monthDay}`
}
