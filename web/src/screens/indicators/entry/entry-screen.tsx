import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { dayOf } from '../../../../../src/kernel/day.ts'
import { useReadingGrid } from '../../../api/readings.ts'
import { useIsAllowed } from '../../../api/session.ts'
import type { EntrySearch } from '../../../app/indicator-work-search.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { PeriodBar } from './period-bar.tsx'
import { quickPeriods } from './quick-periods.ts'
import { VerifyPanel } from './verify/verify-panel.tsx'
import '../parts/work.css'
import '../parts/indicators.css'
import './entry.css'

/** Units report their figures of a period; somebody else verifies, and a statistician publishes. */
export function EntryScreen() {
  return (
    <PermittedScreen permission="indicators.report">
      <Entry />
    </PermittedScreen>
  )
}

function Entry() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/indicators/entry' })
  const navigate = useNavigate()
  const mayVerify = useIsAllowed()('indicators.verify')
  const offered = quickPeriods(dayOf(new Date(), 'Asia/Shanghai'))
  const period = search.period ?? offered[0]!
  const { data, error, refetch, isPlaceholderData } = useReadingGrid({ period, cohort: search.cohort })
  const go = (change: EntrySearch) => navigate({ to: '/indicators/entry', search: { ...search, ...change } })
  const waiting = data?.readings.filter(({ state }) => state === 'reported').length ?? 0
  return (
    <>
      <PageHead title={t('entry.title')} note={t('entry.page-note')} />
      <IndicatorLinks />
      <PeriodBar
        period={period}
        cohort={mayVerify ? (search.cohort ?? '') : undefined}
        offered={offered}
        onChange={go}
      />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data || isPlaceholderData ? (
        <LoadingLines lines={10} />
      ) : data.indicators.length === 0 || data.units.length === 0 ? (
        <StateNote title={t('entry.empty')}>{t('entry.empty-way')}</StateNote>
      ) : mayVerify ? (
        <Tabs
          className="entry-tabs"
          activeKey={search.part ?? 'entry'}
          onChange={(key) =>
            navigate({ to: '/indicators/entry', search: withPart({ ...search, period }, key) })
          }
          items={[
            {
              key: 'entry',
              label: t('entry.tab.entry'),
              children: <EntryPanel key={data.period} grid={data} onReload={refetch} />,
            },
            {
              key: 'verify',
              label: `${t('entry.tab.verify')} ${waiting}`,
              children: <VerifyPanel grid={data} />,
            },
          ]}
        />
      ) : (
        <EntryPanel key={data.period} grid={data} onReload={refetch} />
      )}
    </>
  )
}

function withPart({ part: _, ...search }: EntrySearch, key: string): EntrySearch {
  return key === 'verify' ? { ...search, part: 'verify' } : search
}
