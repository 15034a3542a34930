import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Tabs } from 'antd'
import { useAlertRules, useAlerts } from '../../../api/alerts.ts'
import type { AlertsSearch } from '../../../app/indicator-work-search.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { Pick } from '../parts/pick.tsx'
import { AlertLine } from './alert-line.tsx'
import { RuleList } from './rule-list.tsx'
import '../parts/work.css'
import '../parts/indicators.css'
import './alerts.css'

/** What somebody should look at, and the rules that find it. */
export function AlertsScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Alerts />
    </PermittedScreen>
  )
}

function Alerts() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/indicators/alerts' })
  const navigate = useNavigate()
  const go = (next: AlertsSearch) => navigate({ to: '/indicators/alerts', search: next })
  return (
    <>
      <PageHead
        title={t('alert.title')}
        note={t('alert.note')}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <IndicatorLinks />
      <Tabs
        activeKey={search.part ?? 'alerts'}
        onChange={(key) => go(key === 'rules' ? { part: 'rules' } : {})}
        items={[
          { key: 'alerts', label: t('alert.title'), children: <AlertList search={search} onChange={go} /> },
          { key: 'rules', label: t('alert.rules'), children: <RuleList /> },
        ]}
      />
    </>
  )
}

interface AlertListProps {
  search: AlertsSearch
  onChange: (search: AlertsSearch) => void
}

/** No rule has an empty key. */
const EVERY = ''
const STATES = ['open', 'item', 'dismissed', 'all'] as const

function AlertList({ search, onChange }: AlertListProps) {
  const { t } = useWords()
  const state = search.state ?? 'open'
  const rule = search.rule === undefined ? {} : { rule: search.rule }
  const rules = useAlertRules().data?.rules ?? []
  const { data, error, refetch } = useAlerts({
    state: state === 'all' ? undefined : state,
    rule: search.rule,
    page: search.page,
  })
  return (
    <>
      <div className="picks no-print">
        <Pick
          id="alert-state"
          label={t('alert.state')}
          value={state}
          options={STATES.map((each) => ({ value: each, label: t(`alert.state.${each}`) }))}
          onChange={(next) => onChange({ ...rule, ...(next !== 'open' && { state: next }) })}
        />
        <Pick
          id="alert-rule"
          label={t('alert.rule')}
          value={search.rule ?? EVERY}
          options={[
            { value: EVERY, label: t('alert.state.all') },
            ...rules.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={(next) =>
            onChange({
              ...(search.state && { state: search.state }),
              ...(next !== EVERY && { rule: next }),
            })
          }
          width={170}
        />
      </div>
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : data.total === 0 ? (
        <StateNote title={t('alert.empty')}>{t('alert.empty-way')}</StateNote>
      ) : (
        <>
          <p className="soft alerts-total">{t('alert.total', { count: data.total })}</p>
          <ul className="alerts" aria-label={t('alert.title')}>
            {data.alerts.map((alert) => (
              <AlertLine key={alert.id} alert={alert} />
            ))}
          </ul>
          <Pager
            page={data.page}
            pageSize={data.pageSize}
            total={data.total}
            onPage={(page) => onChange({ ...search, page })}
          />
        </>
      )}
    </>
  )
}
