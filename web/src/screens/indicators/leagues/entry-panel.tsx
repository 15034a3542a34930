import { Alert, Input, Select } from 'antd'
import { useState } from 'react'
import { type League, useLeagueEntries, useLeagueSteps } from '../../../api/leagues.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { MeasuredUnitSelect } from '../parts/measured-unit-select.tsx'
import './leagues.css'

type Kind = 'score' | 'adjustment' | 'exemption'

/** What a person gives for a period: scores of components without an indicator, points, exemptions. */
export function EntryPanel({ league, period }: { league: League; period: string }) {
  const { t, locale } = useWords()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const { data } = useLeagueEntries(league.key, period)
  const { enter } = useLeagueSteps()
  const [unit, setUnit] = useState<string | null>(null)
  const [what, setWhat] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { scheme, sources, lists } = league.definition
  const nameOf = (name: { zh: string; en: string }) => (locale === 'en' ? name.en : name.zh)
  const options = [
    ...scheme.components
      .filter(({ key }) => sources[key]?.kind === 'entered')
      .map(({ key, name }) => ({ value: `score ${key}`, label: nameOf(name) })),
    { value: 'adjustment ', label: t('composite.adjusted') },
    ...(lists?.rules.exemptions ?? []).map(({ key, name }) => ({
      value: `exemption ${key}`,
      label: t('composite.exemption', { name: nameOf(name) }),
    })),
  ]
  const [kind = '', subject = ''] = (what ?? '').split(' ')
  const former = data?.entries.find(
    (entry) => entry.unit === unit && entry.kind === kind && entry.subject === subject,
  )
  const isExemption = kind === 'exemption'
  const missing =
    unit === null || what === null || (!isExemption && value === '')
      ? t('composite.enter-missing')
      : undefined
  const save = () =>
    enter.mutate(
      {
        key: league.key,
        body: {
          ...{ period, unit: unit!, kind: kind as Kind, subject, reason: reason.trim() },
          value: isExemption ? '1' : value,
          version: former?.version ?? 0,
        },
      },
      { onSuccess: () => setValue('') },
    )
  return (
    <section className="work-panel no-print" aria-labelledby="league-entry">
      <h2 id="league-entry">{t('composite.enter')}</h2>
      <div className="league-entry">
        <MeasuredUnitSelect label={t('indicator.unit')} value={unit} onChange={setUnit} />
        <Select
          aria-label={t('composite.enter-what')}
          placeholder={t('composite.enter-what')}
          value={what}
          options={options}
          onChange={setWhat}
        />
        <Input
          aria-label={t('composite.enter-value')}
          placeholder={former?.value ?? t('composite.enter-value')}
          inputMode="decimal"
          disabled={isExemption}
          value={value}
          onChange={({ target }) => setValue(target.value.trim())}
        />
        <Input
          aria-label={t('composite.enter-reason')}
          placeholder={t('composite.enter-reason')}
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        <GatedButton reason={refusal('indicators.score') ?? missing} loading={enter.isPending} onClick={save}>
          {t('app.save')}
        </GatedButton>
      </div>
      {former && former.value !== null && (
        <p className="soft">
          {t('composite.entered-by', { value: former.value, by: former.enteredBy, reason: former.reason })}
        </p>
      )}
      {enter.error && <Alert type="error" role="alert" title={sentence(enter.error)} />}
    </section>
  )
}
