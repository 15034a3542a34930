import { Button, Segmented } from 'antd'
import { useIndicatorVintages } from '../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../app/indicator-search.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { CITY_WIDE, CohortPick } from '../parts/cohort-pick.tsx'
import { isPercent } from '../parts/is-percent.ts'
import { Pick } from '../parts/pick.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import type { ChangeView } from './use-indicator-view.ts'

interface IndicatorControlsProps {
  code: string
  /** Its unit of measure. */
  measure: string
  search: IndicatorSearch
  period: string
  /** Oldest first. */
  periods: readonly string[]
  /** Shown when nobody chose. */
  usualCohort: string
  onChange: ChangeView
}

const NEWEST = 0
const FIRSTS = [1, 2, 3, 5, 10]

/** Period, cohort, measure, vintage and what a place is compared with. `[` and `]` step through the periods. */
export function IndicatorControls({
  code,
  measure,
  search,
  period,
  periods,
  usualCohort,
  onChange,
}: IndicatorControlsProps) {
  const { t } = useWords()
  const words = useIndicatorWords()
  // A percentage rises by points; its growth in per cent says nothing.
  const isShare = isPercent(measure) && search.measure !== 'growth'
  const vintages = useIndicatorVintages(code).data?.vintages ?? []
  const known = periods.includes(period) ? periods : [...periods, period]
  const at = known.indexOf(period)
  const step = (by: number) => {
    const next = known[at + by]
    if (next !== undefined) onChange({ period: next })
  }
  useShortcuts({ '[': () => step(-1), ']': () => step(1) })
  return (
    <div className="picks no-print">
      <span className="period-steps">
        <Button
          aria-label={t('indicator.earlier-period')}
          title="["
          disabled={at <= 0}
          onClick={() => step(-1)}
        >
          ‹
        </Button>
        <Pick
          id="pick-period"
          label={t('indicator.period')}
          value={period}
          options={known.toReversed().map((text) => ({
            value: text,
            label: words.period(text),
            found: `${text} ${words.period(text)}`,
          }))}
          onChange={(next) => onChange({ period: next })}
          isSearched
          width={116}
        />
        <Button
          aria-label={t('indicator.later-period')}
          title="]"
          disabled={at === known.length - 1}
          onClick={() => step(1)}
        >
          ›
        </Button>
      </span>
      <CohortPick
        value={search.cohort ?? usualCohort}
        onChange={(cohort = CITY_WIDE) =>
          onChange({ cohort: cohort === usualCohort ? undefined : cohort, units: undefined })
        }
      />
      <Segmented
        aria-label={t('indicator.measure')}
        value={search.measure ?? 'level'}
        options={(['level', 'growth', 'done'] as const).map((value) => ({
          value,
          label: words.measure(value),
          disabled: value === 'growth' && isShare,
          ...(value === 'growth' && isShare && { title: t('indicator.growth-of-share') }),
        }))}
        onChange={(value) =>
          onChange({ measure: value === 'growth' || value === 'done' ? value : undefined })
        }
      />
      <Pick
        id="pick-against"
        label={t('indicator.against')}
        value={search.against ?? 'previous'}
        options={[
          { value: 'previous' as const, label: t('indicator.against.previous') },
          { value: 'last-year' as const, label: t('indicator.against.last-year') },
        ]}
        onChange={(value) => onChange({ against: value === 'last-year' ? value : undefined })}
        width={104}
      />
      <Pick
        id="pick-first"
        label={t('indicator.streak-of')}
        value={search.first ?? 1}
        options={FIRSTS.map((value) => ({
          value,
          label: value === 1 ? t('indicator.first-place') : t('indicator.among-first', { first: value }),
        }))}
        onChange={(value) => onChange({ first: value === 1 ? undefined : value })}
        width={84}
      />
      <Pick
        id="pick-vintage"
        label={t('indicator.as-of-vintage')}
        value={search.asOf ?? NEWEST}
        options={[
          { value: NEWEST, label: t('indicator.newest') },
          ...vintages.toReversed().map(({ number, publishedAt, source }) => ({
            value: number,
            label: t('indicator.vintage-of', {
              number,
              day: formatInstant(publishedAt).slice(0, 10),
              source,
            }),
          })),
        ]}
        onChange={(value) => onChange({ asOf: value === NEWEST ? undefined : value })}
        width={128}
      />
    </div>
  )
}
