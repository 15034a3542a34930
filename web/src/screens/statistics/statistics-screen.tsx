import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Radio } from 'antd'
import { useStatistics } from '../../api/statistics.ts'
import type { StatisticsBy } from '../../app/item-search.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { PacePanel } from './pace-panel.tsx'
import { StatisticsTable } from './statistics-table.tsx'
import './statistics.css'

const BY = ['unit', 'origin', 'theme', 'month', 'kind'] as const satisfies readonly StatisticsBy[]

/** What became of the items, each number opening into its items. */
export function StatisticsScreen() {
  return (
    <PermittedScreen permission="ledger.read">
      <LedgerStatistics />
    </PermittedScreen>
  )
}

function LedgerStatistics() {
  const { t } = useWords()
  const { by = 'unit', asOf } = useSearch({ from: '/house/ledger/statistics' })
  const navigate = useNavigate({ from: '/ledger/statistics' })
  const { data, error, refetch, isPlaceholderData } = useStatistics({ by, asOf })
  return (
    <div className="statistics">
      <PageHead
        title={t('nav.statistics')}
        note={data && t('statistics.as-of', { day: data.asOf, total: data.totals.total })}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <div className="statistics-choices no-print">
        <Radio.Group
          optionType="button"
          aria-label={t('statistics.by')}
          value={by}
          options={BY.map((value) => ({ value, label: t(`statistics.by-${value}`) }))}
          onChange={({ target }) =>
            navigate({
              search: (now) => ({ ...now, by: target.value === 'unit' ? undefined : target.value }),
            })
          }
        />
        <label className="statistics-day" htmlFor="statistics-day">
          {t('statistics.day')}
          <DayField
            id="statistics-day"
            value={asOf ?? null}
            onChange={(day) => navigate({ search: (now) => ({ ...now, asOf: day ?? undefined }) })}
          />
        </label>
      </div>
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : data.totals.total === 0 ? (
        <StateNote
          title={t('statistics.empty')}
          action={
            <Link to="/ledger" search={{}}>
              {t('desk.to-ledger')}
            </Link>
          }
        >
          {t('statistics.empty-way')}
        </StateNote>
      ) : (
        <div aria-busy={isPlaceholderData}>
          <StatisticsTable statistics={data} />
          <p className="soft statistics-note">{t('statistics.note')}</p>
          <PacePanel asOf={asOf} />
        </div>
      )}
    </div>
  )
}
