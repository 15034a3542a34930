import { Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { Field } from '../define/field.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import type { Definition, Source } from './league-draft.ts'

interface SourceFieldsProps {
  id: string
  source: Source
  frequency: Definition['frequency']
  onChange: (source: Source) => void
}

const MONTHS = { year: 12, half: 6, quarter: 3, month: 0 } as const
const MEASURES = ['level', 'growth'] as const

/** An indicator, its value or its growth on the year, of the whole period or one of its months; or entered by hand. */
export function SourceFields({ id, source, frequency, onChange }: SourceFieldsProps) {
  const { t } = useWords()
  const months = MONTHS[frequency]
  return (
    <>
      <Field id={`${id}-source`} name={t('composite.source')}>
        <IndicatorSelect
          id={`${id}-source`}
          label={t('composite.source')}
          isOptional
          placeholder={t('composite.entered')}
          value={source.kind === 'indicator' ? source.indicator : null}
          onChange={(indicator) =>
            onChange(
              indicator === null
                ? { kind: 'entered' }
                : { measure: 'level', month: null, ...source, kind: 'indicator', indicator },
            )
          }
        />
      </Field>
      {source.kind === 'indicator' && (
        <>
          <Field id={`${id}-measure`} name={t('indicator.measure')}>
            <Select
              id={`${id}-measure`}
              value={source.measure ?? 'level'}
              options={MEASURES.map((value) => ({ value, label: t(`indicator.measure.${value}`) }))}
              onChange={(measure) => onChange({ ...source, measure })}
            />
          </Field>
          {months > 0 && (
            <Field id={`${id}-month`} name={t('composite.month')}>
              <Select
                id={`${id}-month`}
                value={source.month ?? 0}
                options={Array.from({ length: months + 1 }, (_, month) => ({
                  value: month,
                  label: month === 0 ? t('composite.whole-period') : t('composite.month-of', { month }),
                }))}
                onChange={(month) => onChange({ ...source, month: month === 0 ? null : month })}
              />
            </Field>
          )}
        </>
      )}
    </>
  )
}
