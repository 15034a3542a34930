import { useMemo } from 'react'
import type { PaceBoard, PaceCell } from '../../../api/measured-units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { isLagging } from './is-lagging.ts'
import { numberScale } from './number-scale.ts'

/** Points and percentages are read to one place. */
const POINT = { decimals: 1 } as const

/** How a pace is said: band, gap in percentage points, what was done and expected. */
export function usePaceWords(board: Pick<PaceBoard, 'bands' | 'indicators'> | undefined) {
  const { t, find, locale } = useWords()
  return useMemo(() => {
    const points = numberScale([], '%', { ...POINT, locale })
    const measureOf = new Map(board?.indicators.map(({ code, unitOfMeasure }) => [code, unitOfMeasure]))
    const bandOf = (key: string | null) => board?.bands.bands.find((band) => band.key === key)
    /** Growth and shares of a task are in per cent, whatever the indicator is measured in. */
    const measure = ({ indicator, kind }: PaceCell) =>
      kind === 'growth' || kind === 'share-done' ? '%' : (measureOf.get(indicator) ?? '')
    return {
      points,
      band: (key: string | null) => {
        const band = bandOf(key)
        return band && (locale === 'en' ? band.name.en : band.name.zh)
      },
      /** Beside a band that says "behind" without a sign: "behind −16.4" would be ahead. */
      gap: ({ gapPoints, tone }: PaceCell) => {
        if (gapPoints === null) return '—'
        const isSaid = isLagging(tone) && gapPoints.startsWith('-')
        const shown = isSaid ? points.show(gapPoints.slice(1)) : points.showSigned(gapPoints)
        return t('pace.gap-points', { points: shown })
      },
      /** Actual, target and their unit of measure. */
      reached: (cell: PaceCell) => {
        const scale = numberScale([cell.actual, cell.target], measure(cell), { decimals: 2, locale })
        return `${trimmed(scale.show(cell.actual))} / ${trimmed(scale.show(cell.target))}${scale.unit && ` ${scale.unit}`}`
      },
      /** Undefined for a target that holds at any time of its period. */
      done: ({ donePercent, expectedPercent }: PaceCell) => {
        if (donePercent === null || expectedPercent === null) return undefined
        return t('pace.done', {
          percent: points.show(donePercent),
          expected: points.show(expectedPercent),
        })
      },
      state: (cell: PaceCell) =>
        cell.state === 'not-reported'
          ? t('pace.not-reported')
          : (find(`pace.unknown.${cell.reason}`) ?? t('pace.unknown')),
    }
  }, [board, t, find, locale])
}

export type PaceWords = ReturnType<typeof usePaceWords>

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
