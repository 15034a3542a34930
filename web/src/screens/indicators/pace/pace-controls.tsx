import type { PaceBoard } from '../../../api/measured-units.ts'
import type { PaceSearch } from '../../../app/indicator-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { CohortPick } from '../parts/cohort-pick.tsx'
import { Pick } from '../parts/pick.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

/** The presets of `rules/pace/presets`, by key. */
const BAND_SETS = ['yinchuan-2025', 'jinzhai-2025', 'tongliang-2024', 'xinhuang-2015'] as const

interface PaceControlsProps {
  search: PaceSearch
  board: PaceBoard
  onChange: (part: { [Name in keyof PaceSearch]: PaceSearch[Name] | undefined }) => void
}

/** Which period, whom, by which day, and by which bands. */
export function PaceControls({ search, board, onChange }: PaceControlsProps) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const periods = board.periods.includes(board.period) ? board.periods : [board.period, ...board.periods]
  return (
    <div className="picks no-print">
      <Pick
        id="pick-period"
        label={t('indicator.period')}
        value={board.period}
        options={periods.map((period) => ({ value: period, label: words.period(period) }))}
        onChange={(period) => onChange({ period, tone: undefined })}
      />
      <CohortPick value={search.cohort} onChange={(cohort) => onChange({ cohort })} />
      <label className="pick" htmlFor="pace-on">
        <span>{t('pace-board.on')}</span>
        <DayField
          id="pace-on"
          value={search.on ?? null}
          onChange={(day) => onChange({ on: day ?? undefined })}
        />
      </label>
      <Pick
        id="pick-bands"
        label={t('pace-board.bands')}
        value={board.bands.key}
        options={BAND_SETS.map((key) => ({ value: key as string, label: t(`pace-board.bands.${key}`) }))}
        onChange={(bands) => onChange({ bands, tone: undefined })}
        width={140}
      />
    </div>
  )
}
