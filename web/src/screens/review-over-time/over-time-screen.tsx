import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { type OverTime, useOverTime } from '../../api/review-over-time.ts'
import { useUnitIndex } from '../../api/units.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { OVER_TIME_PARTS } from '../../app/review-search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { UnitSelect } from '../../ui/unit-select.tsx'
import { ReviewLinks } from '../review/parts/review-links.tsx'
import { CommitmentsPart } from './commitments-part.tsx'
import './over-time.css'
import { ReviewsPart } from './reviews-part.tsx'
import { ShortfallsPart } from './shortfalls/shortfalls-part.tsx'
import { UnitsPart } from './units/units-part.tsx'

/** What became of what reviews found: shortfalls, units against themselves, commitments, and the reviews themselves. */
export function OverTimeScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <Loaded />
    </PermittedScreen>
  )
}

function Loaded() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { units } = useUnitIndex()
  const search = useSearch({ from: '/house/review/over-time' })
  const part = search.part ?? 'shortfalls'
  const { data, error, refetch } = useOverTime(search.unitId)
  const filter = (unitId: string | null) =>
    navigate({
      to: '/review/over-time',
      search: { ...(search.part && { part: search.part }), ...(unitId && { unitId }) },
      replace: true,
    })
  return (
    <>
      <PageHead
        title={t('time.title')}
        note={data && t('time.as-of', { day: data.asOf })}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <ReviewLinks />
      <div className="time-bar no-print">
        <nav aria-label={t('time.parts')}>
          {OVER_TIME_PARTS.map((each) => (
            <Link
              key={each}
              to="/review/over-time"
              search={{
                ...(each !== 'shortfalls' && { part: each }),
                ...(search.unitId && { unitId: search.unitId }),
              }}
              // The first part's address is the beginning of every other one's.
              activeOptions={{ exact: true }}
              aria-current={each === part ? 'page' : undefined}
            >
              {t(`time.part.${each}`)}
            </Link>
          ))}
        </nav>
        {part !== 'reviews' && (
          <div className="time-unit">
            <UnitSelect
              units={units}
              value={search.unitId}
              aria-label={t('matter.column.unit')}
              placeholder={t('matter.all-units')}
              onChange={filter}
            />
          </div>
        )}
      </div>
      {part === 'reviews' ? (
        <ReviewsPart />
      ) : error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : (
        <Part part={part} overTime={data} unitId={search.unitId} />
      )}
    </>
  )
}

interface PartProps {
  part: Exclude<(typeof OVER_TIME_PARTS)[number], 'reviews'>
  overTime: OverTime
  unitId: string | undefined
}

function Part({ part, overTime, unitId }: PartProps) {
  switch (part) {
    case 'shortfalls':
      return <ShortfallsPart overTime={overTime} />
    case 'units':
      return <UnitsPart units={overTime.units} unitId={unitId} />
    case 'commitments':
      return <CommitmentsPart commitments={overTime.commitments} />
  }
}
