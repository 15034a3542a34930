import { Button } from 'antd'
import { readPeriod, writePeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import { shiftPeriod } from '../../../../../src/modules/indicators/rules/period/shift-period.ts'
import type { League } from '../../../api/leagues.ts'
import { useVintages } from '../../../api/publications.ts'
import { useUnitIndex } from '../../../api/units.ts'
import type { LeagueSearch } from '../../../app/indicator-work-search.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { PeriodField } from '../parts/period-field.tsx'
import { Pick } from '../parts/pick.tsx'

type Change = { readonly [Name in keyof LeagueSearch]?: LeagueSearch[Name] | undefined }

interface LeagueControlsProps {
  league: League
  search: LeagueSearch
  period: string
  onChange: (change: Change) => void
}

const NEWEST = 0

/** Period, cohort and vintage. `[` and `]` step through the periods. */
export function LeagueControls({ league, search, period, onChange }: LeagueControlsProps) {
  const { t, locale } = useWords()
  const { cohorts } = useUnitIndex()
  const vintages = useVintages().data?.vintages ?? []
  const { cohort } = league.definition
  const step = (by: number) => {
    const now = readPeriod(period)
    if (now) onChange({ period: writePeriod(shiftPeriod(now, by)) })
  }
  useShortcuts({ '[': () => step(-1), ']': () => step(1) })
  return (
    <div className="picks no-print">
      <span className="pick league-period">
        <span>{t('indicator.period')}</span>
        <Button aria-label={t('indicator.earlier-period')} title="[" onClick={() => step(-1)}>
          ‹
        </Button>
        <PeriodField
          label={t('indicator.period')}
          value={period}
          onChange={(next) => onChange({ period: next ?? undefined })}
        />
        <Button aria-label={t('indicator.later-period')} title="]" onClick={() => step(1)}>
          ›
        </Button>
      </span>
      <Pick
        id="pick-cohort"
        label={t('indicator.cohort')}
        value={search.cohort ?? cohort}
        options={cohorts.map(({ key, name, nameEn }) => ({
          value: key,
          label: (locale === 'en' && nameEn) || name,
        }))}
        onChange={(next) => onChange({ cohort: next === cohort ? undefined : next })}
      />
      <Pick
        id="pick-vintage"
        label={t('indicator.as-of-vintage')}
        value={search.asOf ?? NEWEST}
        options={[
          { value: NEWEST, label: t('indicator.newest') },
          ...vintages.map(({ number, publishedAt, source }) => ({
            value: number,
            label: t('indicator.vintage-of', {
              number,
              day: formatInstant(publishedAt).slice(0, 10),
              source,
            }),
          })),
        ]}
        onChange={(value) => onChange({ asOf: value === NEWEST ? undefined : value })}
        width={170}
      />
    </div>
  )
}
