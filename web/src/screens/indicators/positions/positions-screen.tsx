import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useExternalPositions } from '../../../api/external-positions.ts'
import type { PositionsSearch } from '../../../app/indicator-work-search.ts'
import { PermittedScreen, useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import { PositionForm } from './position-form.tsx'
import { PositionsTable } from './positions-table.tsx'
import '../parts/indicators.css'
import '../parts/work.css'
import './positions.css'

/** Places outside the city that somebody else printed, each with its source: what rank claims beyond the city rest on. */
export function PositionsScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <Positions />
    </PermittedScreen>
  )
}

function Positions() {
  const { t } = useWords()
  const refusal = useRefusalReason()('indicators.import')
  const search = useSearch({ from: '/house/indicators/positions' })
  const navigate = useNavigate()
  const { data, error, refetch } = useExternalPositions(search)
  const [isAdding, setAdding] = useState(false)
  const go = (next: PositionsSearch) => navigate({ to: '/indicators/positions', search: next })
  const kept = search.history ? ({ history: true } as const) : {}
  return (
    <>
      <PageHead
        title={t('position.title')}
        note={t('position.note')}
        actions={
          <>
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
            <GatedButton type="primary" reason={refusal} onClick={() => setAdding(true)}>
              {t('position.add')}
            </GatedButton>
          </>
        }
      />
      <IndicatorLinks />
      {isAdding && <PositionForm onClose={() => setAdding(false)} />}
      <div className="picks no-print">
        <span className="position-filter">
          <IndicatorSelect
            label={t('position.of-indicator')}
            isOptional
            placeholder={t('alert.all-indicators')}
            value={search.indicator ?? null}
            onChange={(indicator) => go({ ...kept, ...(indicator !== null && { indicator }) })}
          />
        </span>
        <Checkbox
          checked={search.history === true}
          onChange={({ target }) =>
            go({
              ...(search.indicator !== undefined && { indicator: search.indicator }),
              ...(target.checked && { history: true }),
            })
          }
        >
          {t('position.with-history')}
        </Checkbox>
      </div>
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : data.positions.length === 0 ? (
        <StateNote title={t('position.empty')}>{t('position.empty-way')}</StateNote>
      ) : (
        <PositionsTable positions={data.positions} />
      )}
    </>
  )
}
