import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useComparison } from '../../../api/measured-units.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { UnitSelect } from '../../../ui/unit-select.tsx'
import { StandingsFilter } from '../parts/standings-filter.tsx'
import { CompareTable } from './compare-table.tsx'
import '../parts/indicators.css'
import './compare.css'

/** Two units side by side, indicator by indicator. */
export function CompareScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Compare />
    </PermittedScreen>
  )
}

function Compare() {
  const { t } = useWords()
  const search = useSearch({ from: '/house/indicators/compare' })
  const navigate = useNavigate({ from: '/indicators/compare' })
  const { units } = useUnitIndex()
  const keys = (search.units ?? '').split(',').filter(Boolean).slice(0, 2)
  const [first, second] = keys
  const isSame = first !== undefined && first === second
  const { data, error, refetch, isPlaceholderData } = useComparison(isSame ? [] : keys, {
    cohort: search.cohort,
    tag: search.tag,
  })
  const idOf = (key: string | undefined) => units.find((unit) => unit.key === key)?.id ?? null
  const keyOf = (id: string | null) => units.find((unit) => unit.id === id)?.key ?? ''
  const choose = (next: readonly string[]) =>
    navigate({
      search: ({ units: _, ...now }) => {
        const chosen = next.filter(Boolean).join(',')
        return chosen ? { ...now, units: chosen } : now
      },
      replace: true,
    })
  // A unit may be measured once it belongs to something that is compared.
  const measured = units.filter(({ cohorts }) => cohorts.length > 0)
  return (
    <div className="compare">
      <PageHead
        title={t('compare.title')}
        actions={data && <Button onClick={() => window.print()}>{t('app.print')}</Button>}
      />
      <div className="compare-units no-print">
        <UnitSelect
          aria-label={t('compare.first')}
          units={measured}
          value={idOf(first)}
          onChange={(id) => choose([keyOf(id), second ?? ''])}
        />
        <Button
          aria-label={t('compare.swap')}
          title={t('compare.swap')}
          disabled={keys.length < 2}
          onClick={() => choose([second ?? '', first ?? ''])}
        >
          ⇄
        </Button>
        <UnitSelect
          aria-label={t('compare.second')}
          units={measured}
          value={idOf(second)}
          onChange={(id) => choose([first ?? '', keyOf(id)])}
        />
      </div>
      <StandingsFilter search={search} onChange={(next) => navigate({ search: next, replace: true })} />
      {isSame ? (
        <StateNote title={t('compare.same')}>{t('compare.same-way')}</StateNote>
      ) : keys.length < 2 ? (
        <StateNote title={t('compare.choose')}>{t('compare.choose-way')}</StateNote>
      ) : error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : (
        <div aria-busy={isPlaceholderData}>
          <CompareTable comparison={data} words={search.q} tag={search.tag} />
        </div>
      )}
    </div>
  )
}
