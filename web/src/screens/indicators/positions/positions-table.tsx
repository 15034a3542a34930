import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ExternalPosition } from '../../../api/external-positions.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { IndicatorName } from '../parts/indicator-name.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Each position with what was printed where; what counts no more says why. */
export function PositionsTable({ positions }: { positions: readonly ExternalPosition[] }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const refusal = useRefusalReason()('indicators.import')
  const [withdrawn, setWithdrawn] = useState<ExternalPosition>()
  const columns: Column<ExternalPosition>[] = [
    {
      key: 'place',
      title: t('position.place'),
      isMain: true,
      cell: ({ scope, position, of, isSuperseded }) => (
        <span className={isSuperseded ? 'position-former' : undefined}>
          <strong>
            {position === null
              ? t('position.withdrawn')
              : t('position.rank', { scope: t(`position.scope.${scope}`), rank: position })}
          </strong>
          {of !== null && <span className="under">{t('position.of-units', { of })}</span>}
        </span>
      ),
    },
    { key: 'unit', title: t('indicator.unit'), cell: ({ unit }) => words.unit(unit) },
    {
      key: 'indicator',
      title: t('indicator.name'),
      cell: ({ indicator }) => (
        <Link to="/indicators/$code" params={{ code: indicator }} search={{}}>
          <IndicatorName code={indicator} />
        </Link>
      ),
    },
    { key: 'period', title: t('indicator.period'), cell: ({ period }) => words.period(period) },
    {
      key: 'value',
      title: t('position.value'),
      align: 'right',
      cell: ({ value }) => value ?? '—',
    },
    {
      key: 'source',
      title: t('position.source'),
      cell: ({ source, withdrawnBecause }) => (
        <span className="position-source">
          {source}
          {withdrawnBecause && (
            <span className="under">{t('position.because', { reason: withdrawnBecause })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'recorded',
      title: t('position.recorded'),
      cell: ({ recordedBy, recordedAt, isSuperseded }) => (
        <>
          {recordedBy}
          <span className="under">{formatInstant(recordedAt)}</span>
          {isSuperseded && <span className="under">{t('position.superseded')}</span>}
        </>
      ),
    },
    {
      key: 'steps',
      title: t('position.withdraw'),
      width: '80px',
      cell: (row) =>
        row.position !== null &&
        !row.isSuperseded && (
          <GatedButton size="small" className="no-print" reason={refusal} onClick={() => setWithdrawn(row)}>
            {t('position.withdraw')}
          </GatedButton>
        ),
    },
  ]
  return (
    <>
      <DataTable caption={t('position.title')} columns={columns} rows={positions} rowKey={({ id }) => id} />
      {withdrawn && <WithdrawDialog position={withdrawn} onClose={() => setWithdrawn(undefined)} />}
    </>
  )
}
