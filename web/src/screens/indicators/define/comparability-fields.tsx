import { Button, Input, Select } from 'antd'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import { MeasuredUnitSelect } from '../parts/measured-unit-select.tsx'
import type { DefinitionDraft } from './definition-draft.ts'
import { Field } from './field.tsx'

interface ComparabilityFieldsProps {
  draft: DefinitionDraft
  onChange: (next: Partial<DefinitionDraft>) => void
}

type Exclusion = NonNullable<DefinitionDraft['comparability']['exclusions']>[number]

/** Who is listed apart rather than ranked, and why: a base that is too small, or named units. */
export function ComparabilityFields({ draft, onChange }: ComparabilityFieldsProps) {
  const { t, locale } = useWords()
  const { cohorts } = useUnitIndex()
  const { comparability } = draft
  const { minimumBase = null, exclusions = [] } = comparability
  const set = (next: Partial<DefinitionDraft['comparability']>) =>
    onChange({ comparability: { minimumBase, exclusions, ...next } })
  const setExclusion = (at: number, next: Partial<Exclusion>) =>
    set({ exclusions: exclusions.map((each, index) => (index === at ? { ...each, ...next } : each)) })
  return (
    <>
      <div className="define-grid">
        <Field id="define-cohort" name={t('define.field.cohort')} help={t('define.cohort-help')}>
          <Select
            id="define-cohort"
            allowClear
            placeholder={t('define.cohort-usual')}
            value={draft.cohort}
            options={cohorts.map(({ key, name, nameEn }) => ({
              value: key,
              label: (locale === 'en' && nameEn) || name,
            }))}
            onChange={(cohort: string | null | undefined) => onChange({ cohort: cohort ?? null })}
          />
        </Field>
        <Field id="define-base" name={t('define.base')} help={t('define.base-help')}>
          <IndicatorSelect
            id="define-base"
            label={t('define.base')}
            isOptional
            value={minimumBase?.indicator ?? null}
            onChange={(code) =>
              set({
                minimumBase: code === null ? null : { indicator: code, value: minimumBase?.value ?? '0' },
              })
            }
          />
        </Field>
        {minimumBase && (
          <Field id="define-base-value" name={t('define.base-value')}>
            <Input
              id="define-base-value"
              inputMode="decimal"
              maxLength={24}
              value={minimumBase.value}
              onChange={({ target }) => set({ minimumBase: { ...minimumBase, value: target.value.trim() } })}
            />
          </Field>
        )}
      </div>
      <h3>{t('define.exclusions')}</h3>
      {exclusions.length === 0 && <p className="soft">{t('define.no-exclusions')}</p>}
      <ul className="define-exclusions">
        {exclusions.map((each, at) => (
          <li key={at}>
            <MeasuredUnitSelect
              label={t('define.excluded-unit', { at: at + 1 })}
              value={each.unit || null}
              onChange={(unit) => setExclusion(at, { unit: unit ?? '' })}
            />
            <Input
              aria-label={t('define.excluded-reason', { at: at + 1 })}
              placeholder={t('define.excluded-reason-example')}
              maxLength={500}
              value={each.reason}
              onChange={({ target }) => setExclusion(at, { reason: target.value })}
            />
            <DayField
              label={t('define.from')}
              value={each.from ?? null}
              onChange={(from) => setExclusion(at, { from })}
            />
            <DayField
              label={t('define.to')}
              value={each.to ?? null}
              onChange={(to) => setExclusion(at, { to })}
            />
            <Button
              aria-label={t('define.remove-exclusion', { at: at + 1 })}
              onClick={() => set({ exclusions: exclusions.filter((_, index) => index !== at) })}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      <Button
        onClick={() => set({ exclusions: [...exclusions, { unit: '', reason: '', from: null, to: null }] })}
      >
        {t('define.add-exclusion')}
      </Button>
    </>
  )
}
