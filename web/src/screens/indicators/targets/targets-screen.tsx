import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTargets } from '../../../api/targets.ts'
import type { TargetsSearch } from '../../../app/indicator-work-search.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import { MeasuredUnitSelect } from '../parts/measured-unit-select.tsx'
import { PeriodField } from '../parts/period-field.tsx'
import { rowOf } from './target-rows.ts'
import { TargetsTable } from './targets-table.tsx'
import '../parts/work.css'
import './targets.css'

/** What each unit is to reach, by when and along which path. */
export function TargetsScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Targets />
    </PermittedScreen>
  )
}

function Targets() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/indicators/targets' })
  const navigate = useNavigate()
  const { data, error, refetch, isPlaceholderData } = useTargets(search)
  const set = (name: keyof TargetsSearch, value: string | null) => {
    const { [name]: _, ...rest } = search
    navigate({ to: '/indicators/targets', search: value === null ? rest : { ...rest, [name]: value } })
  }
  return (
    <>
      <PageHead
        title={t('target.title')}
        note={t('target.note')}
        actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <IndicatorLinks />
      <div className="target-filter no-print">
        <IndicatorSelect
          label={t('target.of-indicator')}
          placeholder={t('target.of-indicator')}
          isOptional
          value={search.indicator ?? null}
          onChange={(code) => set('indicator', code)}
        />
        <MeasuredUnitSelect
          label={t('target.of-unit')}
          value={search.unit ?? null}
          onChange={(key) => set('unit', key)}
        />
        <PeriodField
          label={t('target.of-period')}
          placeholder={t('target.of-period')}
          value={search.period ?? null}
          onChange={(period) => set('period', period)}
        />
      </div>
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data || isPlaceholderData ? (
        <LoadingLines lines={8} />
      ) : (
        <TargetsTable
          key={JSON.stringify([search, data.targets.map(({ id, version }) => [id, version])])}
          kept={data.targets.map(rowOf)}
          names={new Map(data.targets.map(({ unit }) => [unit.key, unit]))}
          search={search}
          onReload={refetch}
        />
      )}
    </>
  )
}
