import { useMemo } from 'react'
import type { LeagueTable, UnitRef } from '../../../api/indicators.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { kindOfPeriod, periodWords } from './periods.ts'

interface Named {
  readonly name: string
  readonly nameEn: string
}

/** How indicators, units, periods and places are said in the language on screen. */
export function useIndicatorWords() {
  const { t, find, locale } = useWords()
  const { nameOf } = useUnitIndex()
  return useMemo(
    () => ({
      period: (text: string) => periodWords(locale, text),
      /** A unit of the register by its name in this language, one outside it by the name that it came with. */
      unit: ({ unitId, name }: UnitRef) => (unitId ? nameOf(unitId) : undefined) ?? name,
      named: ({ name, nameEn }: Named) => (locale === 'en' && nameEn) || name,
      /** Why a unit is not ranked. */
      reason: (code: string) => find(`indicator.reason.${code}`) ?? code,
      measure: (measure: LeagueTable['measure']) => t(`indicator.measure.${measure}`),
      /** Three months running first; at least so long where the data begins with it. */
      streak: (
        streak: { length: number; isExact: boolean },
        { of, first }: { of: string; first: number },
      ) => {
        const kind = kindOfPeriod(of) ?? 'month'
        const periods = t(`indicator.count.${kind}`, { count: streak.length })
        const place = first === 1 ? t('indicator.first-place') : t('indicator.among-first', { first })
        if (streak.length === 1) return t('indicator.streak-one', { place })
        return t(streak.isExact ? 'indicator.streak' : 'indicator.streak-at-least', { periods, place })
      },
    }),
    [t, find, locale, nameOf],
  )
}
