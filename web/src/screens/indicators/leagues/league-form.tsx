import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type League, type LeaguePresets, useLeaguePresets, useLeagueSteps } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { Field } from '../define/field.tsx'
import { CohortPick } from '../parts/cohort-pick.tsx'
import { ComponentFields } from './component-fields.tsx'
import { addComponent, draftOf, fromScheme, type LeagueDraft, weightSum } from './league-draft.ts'
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
  const { define, change } = useLeagueSteps()
  const [key, setKey] = useState(league?.key ?? '')
  const [draft, setDraft] = useState(() => draftOf(league, presets))
  const { name, definition } = draft
  const { scheme, sources, lists } = definition
  const set = (next: Partial<LeagueDraft['definition']>) =>
    setDraft((now) => ({ ...now, definition: { ...now.definition, ...next } }))
  const nameOf = (names: { zh: string; en: string }) => (locale === 'en' ? names.en : names.zh)
  const [rules] = presets.lists
  const onSuccess = (saved: League) => {
    onClose()
    navigate({ to: '/indicators/leagues/$key', params: { key: saved.key }, search: {} })
  }
  const save = () =>
    league
      ? change.mutate({ key: league.key, body: { ...draft, version: league.version } }, { onSuccess })
      : define.mutate({ key, ...draft }, { onSuccess })
  const error = define.error ?? change.error
  // Whether a target was met is told by every component that is held against one.
  const outcomes = scheme.components.flatMap(({ key, score }) => (score.kind === 'linear' ? [key] : []))
  const listFields = rules?.fields.map((field) => ({ value: field.key, label: nameOf(field.name) })) ?? []
  return (
    <form
      className="define work-panel league-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="define-grid">
        {!league && (
          <Field id="league-preset" name={t('composite.preset')} help={scheme.source.says}>
            <Select
              id="league-preset"
              value={scheme.key}
              options={presets.schemes.map((each) => ({ value: each.key, label: nameOf(each.name) }))}
              onChange={(chosen) =>
                setDraft(fromScheme({ name, scheme: presets.schemes.find((each) => each.key === chosen)! }))
              }
            />
          </Field>
        )}
        <Field id="league-name" name={t('composite.name')}>
          <Input
            id="league-name"
            maxLength={200}
            value={name}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        </Field>
        <Field id="league-key" name={t('composite.key')} help={t('composite.key-help')}>
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
            value={definition.frequency}
            options={FREQUENCIES.map((value) => ({ value, label: t(`composite.frequency.${value}`) }))}
            onChange={(frequency) => set({ frequency })}
          />
        </Field>
        <Field id="league-lists" name={t('composite.lists')} help={rules?.source.says}>
          <Select
            id="league-lists"
            allowClear
            placeholder={t('composite.no-lists')}
            value={lists?.field ?? null}
            options={listFields}
            onChange={(field) => set({ lists: field && rules ? { rules, field, outcomes } : null })}
          />
        </Field>
        <CohortPick value={definition.cohort} onChange={(cohort) => set({ cohort: cohort ?? 'city-wide' })} />
      </div>
      <ComponentFields
        components={scheme.components}
        sources={sources}
        onChange={(components, next) =>
          set({
            scheme: { ...scheme, components },
            sources: next,
            lists: lists && {
              ...lists,
              outcomes: components.flatMap((each) => (each.score.kind === 'linear' ? [each.key] : [])),
            },
          })
        }
      />
      <p className="league-sum">
        {t('composite.weight-sum', { sum: weightSum(scheme.components.map(({ weight }) => weight)) })}
        <Button size="small" onClick={() => setDraft(addComponent(draft))}>
          {t('composite.add-component')}
        </Button>
      </p>
      {error && <Alert type="error" role="alert" showIcon title={sentence(error)} />}
      <div className="define-foot">
        <Button type="primary" htmlType="submit" loading={define.isPending || change.isPending}>
          {t('app.save')}
        </Button>
        <Button onClick={onClose}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
