import { Alert, App, Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { type AddExternalPosition, usePositionSteps } from '../../../api/external-positions.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { Field } from '../define/field.tsx'
import { IndicatorSelect } from '../parts/indicator-select.tsx'
import { MeasuredUnitSelect } from '../parts/measured-unit-select.tsx'
import { PeriodField } from '../parts/period-field.tsx'
import '../define/define.css'

type Draft = { readonly [Name in keyof AddExternalPosition]: AddExternalPosition[Name] | null }

const SCOPES = ['national', 'provincial', 'regional', 'world'] as const
const EMPTY: Draft = {
  indicator: null,
  unit: null,
  scope: 'national',
  period: null,
  position: null,
  of: null,
  value: null,
  source: '',
}

/** A printed position and where it stands printed; one for the same unit and period supersedes the former. */
export function PositionForm({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { add } = usePositionSteps()
  const [draft, setDraft] = useState(EMPTY)
  const set = (next: Partial<Draft>) => setDraft((now) => ({ ...now, ...next }))
  const { indicator, unit, scope, period, position, of, value, source } = draft
  const whyNot =
    indicator === null || unit === null || period === null || position === null || !source?.trim()
      ? t('position.missing')
      : value != null && !/^-?\d+(\.\d+)?$/.test(value)
        ? t('position.value-wrong')
        : of != null && of < position
          ? t('position.of-wrong')
          : undefined
  const save = () =>
    add.mutate({ ...draft, source: source?.trim() } as AddExternalPosition, {
      onSuccess: () => {
        message.success(t('position.saved'))
        onClose()
      },
    })
  return (
    <form
      className="define work-panel"
      aria-label={t('position.add')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!whyNot) save()
      }}
    >
      <div className="define-grid">
        <Field id="position-indicator" name={t('indicator.name')}>
          <IndicatorSelect
            id="position-indicator"
            label={t('indicator.name')}
            value={indicator}
            onChange={(code) => set({ indicator: code })}
          />
        </Field>
        <Field id="position-unit" name={t('indicator.unit')}>
          <MeasuredUnitSelect
            label={t('indicator.unit')}
            value={unit}
            onChange={(key) => set({ unit: key })}
          />
        </Field>
        <Field id="position-period" name={t('indicator.period')}>
          <PeriodField
            id="position-period"
            label={t('indicator.period')}
            value={period}
            onChange={(next) => set({ period: next })}
          />
        </Field>
        <Field id="position-scope" name={t('position.scope')}>
          <Select
            id="position-scope"
            value={scope}
            options={SCOPES.map((each) => ({ value: each, label: t(`position.scope.${each}`) }))}
            onChange={(next) => set({ scope: next })}
          />
        </Field>
        <Field id="position-rank" name={t('position.place')}>
          <InputNumber
            id="position-rank"
            min={1}
            max={1_000_000}
            precision={0}
            value={position}
            onChange={(next) => set({ position: next })}
          />
        </Field>
        <Field id="position-of" name={t('position.of')}>
          <InputNumber
            id="position-of"
            min={1}
            max={1_000_000}
            precision={0}
            value={of ?? null}
            onChange={(next) => set({ of: next })}
          />
        </Field>
        <Field id="position-value" name={t('position.value')} help={t('position.value-help')}>
          <Input
            id="position-value"
            inputMode="decimal"
            maxLength={24}
            value={value ?? ''}
            onChange={({ target }) => set({ value: target.value.trim() || null })}
          />
        </Field>
        <Field id="position-source" name={t('position.source')} help={t('position.source-help')} isWide>
          <Input
            id="position-source"
            maxLength={500}
            value={source ?? ''}
            onChange={({ target }) => set({ source: target.value })}
          />
        </Field>
      </div>
      {add.error && <Alert type="error" role="alert" showIcon title={sentence(add.error)} />}
      <div className="define-foot">
        <GatedButton type="primary" htmlType="submit" reason={whyNot} loading={add.isPending}>
          {t('app.save')}
        </GatedButton>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        {whyNot && <span className="soft">{whyNot}</span>}
      </div>
    </form>
  )
}
