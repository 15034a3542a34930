import { Input, InputNumber, Select } from 'antd'
import { PERIOD_KINDS } from '../../../../../src/modules/indicators/rules/period/time-period.ts'
import { useWords } from '../../../i18n/use-words.ts'
import type { DefinitionDraft } from './definition-draft.ts'
import { Field } from './field.tsx'
import { SeasonalFields } from './seasonal-fields.tsx'

interface CountingFieldsProps {
  draft: DefinitionDraft
  onChange: (next: Partial<DefinitionDraft>) => void
}

const AGGREGATIONS = ['none', 'sum', 'mean', 'last', 'ratio'] as const
const OVER_UNITS = ['none', 'sum', 'mean', 'ratio'] as const
const DIRECTIONS = ['higher', 'lower', 'near'] as const
const PRICES = ['none', 'current', 'constant'] as const

/** In what unit of measure, how often, and how periods and units make one. */
export function CountingFields({ draft, onChange }: CountingFieldsProps) {
  const { t } = useWords()
  return (
    <div className="define-grid">
      <Field id="define-measure" name={t('indicator.unit-of-measure')} help={t('define.measure-help')}>
        <Input
          id="define-measure"
          maxLength={40}
          value={draft.measure}
          onChange={({ target }) => onChange({ measure: target.value.trim() })}
        />
      </Field>
      <Field id="define-decimals" name={t('define.decimals')}>
        <InputNumber
          id="define-decimals"
          min={0}
          max={12}
          precision={0}
          value={draft.decimals}
          onChange={(decimals) => onChange({ decimals: decimals ?? 0 })}
        />
      </Field>
      <Field id="define-frequency" name={t('indicator.frequency')}>
        <Select
          id="define-frequency"
          value={draft.frequency}
          options={PERIOD_KINDS.map((kind) => ({ value: kind, label: t(`indicator.frequency.${kind}`) }))}
          onChange={(frequency) => onChange({ frequency })}
        />
      </Field>
      <Field id="define-direction" name={t('indicator.direction')}>
        <Select
          id="define-direction"
          value={draft.direction}
          options={DIRECTIONS.map((each) => ({ value: each, label: t(`indicator.direction.${each}`) }))}
          onChange={(direction) =>
            onChange(direction === 'near' ? { direction } : { direction, nearValue: null })
          }
        />
      </Field>
      {draft.direction === 'near' && (
        <Field id="define-near" name={t('define.near')}>
          <Input
            id="define-near"
            inputMode="decimal"
            maxLength={24}
            value={draft.nearValue ?? ''}
            onChange={({ target }) => onChange({ nearValue: target.value.trim() || null })}
          />
        </Field>
      )}
      <Field id="define-over-time" name={t('indicator.over-time')}>
        <Select
          id="define-over-time"
          value={draft.overTime}
          options={AGGREGATIONS.map((each) => ({ value: each, label: t(`define.aggregation.${each}`) }))}
          onChange={(overTime) => onChange({ overTime })}
        />
      </Field>
      <Field id="define-over-units" name={t('indicator.over-units')}>
        <Select
          id="define-over-units"
          value={draft.overUnits}
          options={OVER_UNITS.map((each) => ({ value: each, label: t(`define.aggregation.${each}`) }))}
          onChange={(overUnits) => onChange({ overUnits })}
        />
      </Field>
      <Field id="define-price" name={t('indicator.price-basis')}>
        <Select
          id="define-price"
          value={draft.priceBasis}
          options={PRICES.map((each) => ({ value: each, label: t(`define.price.${each}`) }))}
          onChange={(priceBasis) => onChange({ priceBasis })}
        />
      </Field>
      <SeasonalFields draft={draft} onChange={onChange} />
    </div>
  )
}
