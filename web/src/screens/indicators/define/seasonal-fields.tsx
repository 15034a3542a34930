import { Input, InputNumber, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import type { DefinitionDraft } from './definition-draft.ts'
import { Field } from './field.tsx'

interface SeasonalFieldsProps {
  draft: DefinitionDraft
  onChange: (next: Partial<DefinitionDraft>) => void
}

const EVEN = Array.from({ length: 12 }, () => '8.33')
const YEARS = 3

/** The share of the year that each month has had: given month by month, or taken from earlier years. */
export function SeasonalFields({ draft: { seasonal }, onChange }: SeasonalFieldsProps) {
  const { t } = useWords()
  const choose = (kind: 'none' | 'shares' | 'earlier-years') =>
    onChange({
      seasonal: kind === 'none' ? null : kind === 'shares' ? { kind, shares: EVEN } : { kind, years: YEARS },
    })
  return (
    <>
      <Field id="define-seasonal" name={t('indicator.seasonal')}>
        <Select
          id="define-seasonal"
          value={seasonal?.kind ?? 'none'}
          options={(['none', 'shares', 'earlier-years'] as const).map((kind) => ({
            value: kind,
            label: t(`define.seasonal.${kind}`),
          }))}
          onChange={choose}
        />
      </Field>
      {seasonal?.kind === 'earlier-years' && (
        <Field id="define-seasonal-years" name={t('define.seasonal-years')}>
          <InputNumber
            id="define-seasonal-years"
            min={1}
            max={10}
            precision={0}
            value={seasonal.years}
            onChange={(years) => onChange({ seasonal: { kind: 'earlier-years', years: years ?? 1 } })}
          />
        </Field>
      )}
      {seasonal?.kind === 'shares' && (
        <fieldset className="define-field is-wide define-months">
          <legend>{t('define.seasonal-shares')}</legend>
          {seasonal.shares.map((share, at) => (
            <Input
              key={at}
              aria-label={t('define.share-of-month', { month: at + 1 })}
              prefix={<span className="soft">{at + 1}</span>}
              inputMode="decimal"
              maxLength={12}
              value={share}
              onChange={({ target }) =>
                onChange({
                  seasonal: { kind: 'shares', shares: seasonal.shares.with(at, target.value.trim()) },
                })
              }
            />
          ))}
        </fieldset>
      )}
    </>
  )
}
