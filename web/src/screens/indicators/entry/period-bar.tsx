import { Button } from 'antd'
import { readPeriod, writePeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import { shiftPeriod } from '../../../../../src/modules/indicators/rules/period/shift-period.ts'
import { useUnitIndex } from '../../../api/units.ts'
import type { EntrySearch } from '../../../app/indicator-work-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { PeriodField } from '../parts/period-field.tsx'
import { periodWords } from '../parts/periods.ts'
import { Pick } from '../parts/pick.tsx'

interface PeriodBarProps {
  period: string
  /** Left out for those who report for their own unit only. */
  cohort: string | undefined
  offered: readonly string[]
  onChange: (change: EntrySearch) => void
}

/** Of which period, and of whose units. */
export function PeriodBar({ period, cohort, offered, onChange }: PeriodBarProps) {
  const { t, locale } = useWords()
  const { cohorts } = useUnitIndex()
  const shift = (steps: number) => {
    const now = readPeriod(period)
    if (now) onChange({ period: writePeriod(shiftPeriod(now, steps)) })
  }
  const options = [
    { value: '', label: t('entry.all-units') },
    ...cohorts.map(({ key, name, nameEn }) => ({ value: key, label: (locale === 'en' && nameEn) || name })),
  ]
  return (
    <div className="picks no-print">
      <span className="entry-period">
        <Button aria-label={t('entry.earlier')} onClick={() => shift(-1)}>
          ‹
        </Button>
        <PeriodField
          label={t('table-import.whole.period')}
          value={period}
          onChange={(next) => next && onChange({ period: next })}
        />
        <Button aria-label={t('entry.later')} onClick={() => shift(1)}>
          ›
        </Button>
      </span>
      <span className="entry-offered">
        {offered
          .filter((each) => each !== period)
          .map((each) => (
            <Button key={each} size="small" type="text" onClick={() => onChange({ period: each })}>
              {periodWords(locale, each)}
            </Button>
          ))}
      </span>
      {cohort !== undefined && (
        <Pick
          id="entry-cohort"
          label={t('entry.units')}
          value={cohort}
          options={options}
          onChange={(next) => onChange({ cohort: next })}
        />
      )}
    </div>
  )
}
