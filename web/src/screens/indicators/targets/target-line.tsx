import { Link } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import type { UnitRef } from '../../../api/indicators.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { IndicatorName } from '../parts/indicator-name.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import { MeasuredUnitSelect } from '../parts/measured-unit-select.tsx'
import { PeriodField } from '../parts/period-field.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { PathField } from './path-field.tsx'
import type { TargetRow } from './target-rows.ts'

interface TargetLineProps {
  row: TargetRow
  /** Undefined where a unit was only just chosen. */
  unit: UnitRef | undefined
  isLocked: boolean
  isChanged: boolean
  onChange: (next: Partial<TargetRow>) => void
}

const KINDS = ['level', 'growth', 'cumulative', 'share-done'] as const
const HORIZONS = ['plan', 'year', 'half', 'quarter', 'month'] as const

/** A target: what it is of stays once it is kept, its value, path and document can be changed. */
export function TargetLine({ row, unit, isLocked, isChanged, onChange }: TargetLineProps) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const isNew = row.version === undefined
  const isOff = isLocked || row.isRemoved
  const cell = (
    column: 'indicator' | 'unit' | 'period' | 'kind' | 'horizon' | 'value' | 'path' | 'document',
  ) => t(`target.column.${column}`)
  const who = unit ? words.unit(unit) : (row.unit ?? '')
  const nameOf = (column: Parameters<typeof cell>[0]) =>
    t('target.cell', { column: cell(column), indicator: row.indicator ?? '', unit: who })
  return (
    <tr className={row.isRemoved ? 'is-removed' : isChanged ? 'is-changed' : undefined}>
      <td data-label={cell('indicator')} className="is-main">
        {isNew ? (
          <IndicatorSelect
            label={nameOf('indicator')}
            value={row.indicator}
            onChange={(indicator) => onChange({ indicator })}
          />
        ) : (
          <Link to="/indicators/$code" params={{ code: row.indicator! }} search={{}}>
            <IndicatorName code={row.indicator!} />
          </Link>
        )}
      </td>
      <td data-label={cell('unit')}>
        {isNew ? (
          <MeasuredUnitSelect
            label={nameOf('unit')}
            value={row.unit}
            onChange={(next) => onChange({ unit: next })}
          />
        ) : (
          who
        )}
      </td>
      <td data-label={cell('period')}>
        {isNew ? (
          <PeriodField
            label={nameOf('period')}
            value={row.period}
            onChange={(period) => onChange({ period })}
          />
        ) : (
          words.period(row.period!)
        )}
      </td>
      <td data-label={cell('kind')}>
        {isNew ? (
          <Select
            aria-label={nameOf('kind')}
            popupMatchSelectWidth={false}
            value={row.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`target.kind.${kind}`) }))}
            onChange={(kind) => onChange({ kind })}
          />
        ) : (
          t(`target.kind.${row.kind}`)
        )}
      </td>
      <td data-label={cell('horizon')}>
        {isNew ? (
          <Select
            aria-label={nameOf('horizon')}
            popupMatchSelectWidth={false}
            value={row.horizon}
            options={HORIZONS.map((horizon) => ({ value: horizon, label: t(`target.horizon.${horizon}`) }))}
            onChange={(horizon) => onChange({ horizon })}
          />
        ) : (
          t(`target.horizon.${row.horizon}`)
        )}
      </td>
      <td data-label={cell('value')} className="is-right figure">
        <Input
          aria-label={nameOf('value')}
          className="target-value"
          inputMode="decimal"
          maxLength={24}
          disabled={isOff}
          value={row.value}
          onChange={({ target }) => onChange({ value: target.value })}
        />
      </td>
      <td data-label={cell('path')}>
        <PathField
          label={nameOf('path')}
          path={row.path}
          isLocked={isOff}
          onChange={(path) => onChange({ path })}
        />
      </td>
      <td data-label={cell('document')}>
        <Input
          aria-label={nameOf('document')}
          maxLength={200}
          disabled={isOff}
          value={row.document}
          onChange={({ target }) => onChange({ document: target.value })}
        />
      </td>
      <td className="no-print">
        {!isLocked && (
          <Button
            size="small"
            aria-label={t(row.isRemoved ? 'target.keep' : 'target.remove', {
              indicator: row.indicator ?? '',
              unit: who,
            })}
            onClick={() => onChange({ isRemoved: !row.isRemoved })}
          >
            {row.isRemoved ? '↩' : '×'}
          </Button>
        )}
      </td>
    </tr>
  )
}
