import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type League, type LeaguePresets, useLeaguePresets, useLeagueSteps } from '../../../api/leagues.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { Field } from '../define/field.tsx'
import { ComponentFields } from './component-fields.tsx'
import { draftFault } from './draft-fault.ts'
import { type Definition, draftOf, withFrequency, withScheme } from './league-draft.ts'
import { ListFields } from './list-fields.tsx'
import { SchemeFields } from './scheme-fields.tsx'
import '../define/define.css'
import './leagues.css'

interface LeagueFormProps {
  /** Undefined for a new one. */
  league: League | undefined
  onClose: () => void
}

/** A definition: copied from a preset or changed, with the sum of its weights. */
export function LeagueForm(props: LeagueFormProps) {
  const { data } = useLeaguePresets()
  return data ? <Form {...props} presets={data} /> : <LoadingLines lines={6} />
}

const FREQUENCIES = ['quarter', 'month', 'half', 'year'] as const

function Form({ league, onClose, presets }: LeagueFormProps & { presets: LeaguePresets }) {
  const { t, locale } = useWords()
  const sentence = useProblemSentence()
  const navigate = useNavigate()
  const { cohorts } = useUnitIndex()
  const { define, change } = useLeagueSteps()
  const [key, setKey] = useState(league?.key ?? '')
  const [{ name, definition }, setDraft] = useState(() => draftOf(league, presets))
  const { scheme, frequency, cohort } = definition
  const set = (next: Definition) => setDraft((now) => ({ ...now, definition: next }))
  const nameOf = (names: { zh: string; en: string }) => (locale === 'en' ? names.en : names.zh)
  const onSuccess = (saved: League) => {
    onClose()
    navigate({ to: '/indicators/leagues/$key', params: { key: saved.key }, search: {} })
  }
  const fault = draftFault(key, { name, definition })
  const whyNot = fault && t(`composite.fault.${fault.code}`, { name: fault.name })
  const save = () =>
    league
      ? change.mutate({ key: league.key, body: { name, definition, version: league.version } }, { onSuccess })
      : define.mutate({ key, name, definition }, { onSuccess })
  const error = define.error ?? change.error
  const copied = presets.schemes.find((each) => each.key === scheme.key)
  return (
    <form
      className="define work-panel league-form"
      aria-label={t(league ? 'composite.edit' : 'composite.new')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!whyNot) save()
      }}
    >
      <div className="define-grid">
        {!league && (
          <Field id="league-preset" name={t('composite.preset')} help={copied?.source.says} isWide>
            <Select
              id="league-preset"
              style={{ maxWidth: 360 }}
              value={scheme.key}
              options={presets.schemes.map((each) => ({ value: each.key, label: nameOf(each.name) }))}
              onChange={(chosen) =>
                set(withScheme(definition, presets.schemes.find((each) => each.key === chosen)!))
              }
            />
          </Field>
        )}
        <Field id="league-name" name={t('composite.name')}>
          <Input
            id="league-name"
            maxLength={200}
            value={name}
            onChange={({ target }) => setDraft({ name: target.value, definition })}
          />
        </Field>
        <Field id="league-key" name={t('composite.key')} help={league ? undefined : t('composite.key-help')}>
          <Input
            id="league-key"
            maxLength={63}
            disabled={league !== undefined}
            value={key}
            onChange={({ target }) => setKey(target.value.trim())}
          />
        </Field>
        <Field id="league-frequency" name={t('composite.frequency')}>
          <Select
            id="league-frequency"
            value={frequency}
            options={FREQUENCIES.map((value) => ({ value, label: t(`composite.frequency.${value}`) }))}
            onChange={(next) => set(withFrequency(definition, next))}
          />
        </Field>
        <Field id="league-cohort" name={t('indicator.cohort')}>
          <Select
            id="league-cohort"
            value={cohort}
            options={cohorts.map((each) => ({
              value: each.key,
              label: (locale === 'en' && each.nameEn) || each.name,
            }))}
            onChange={(next) => set({ ...definition, cohort: next })}
          />
        </Field>
      </div>
      <ComponentFields key={`parts ${scheme.key}`} own={key} definition={definition} onChange={set} />
      <SchemeFields
        key={`sums ${scheme.key}`}
        scheme={scheme}
        onChange={(next) => set({ ...definition, scheme: { ...scheme, ...next } })}
      />
      <ListFields definition={definition} presets={presets.lists} onChange={set} />
      {error && <Alert type="error" role="alert" showIcon title={sentence(error)} />}
      <div className="define-foot">
        <GatedButton
          type="primary"
          htmlType="submit"
          reason={whyNot}
          loading={define.isPending || change.isPending}
        >
          {t('app.save')}
        </GatedButton>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        {whyNot && <span className="soft">{whyNot}</span>}
      </div>
    </form>
  )
}
