import { Alert, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type League, type LeagueEntry, useLeagueEntries, useLeagueSteps } from '../../../api/leagues.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { MeasuredUnitSelect } from '../parts/measured-unit-select.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { EntriesTable } from './entries-table.tsx'
import { useEntryWords } from './use-entry-words.ts'
import './leagues.css'

/** What a person gives for a period: scores of components without an indicator, points, exemptions. */
export function EntryPanel({ league, period }: { league: League; period: string }) {
  const { t } = useWords()
  const words = useIndicatorWords()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()('indicators.score')
  const wordsOf = useEntryWords(league)
  const { data } = useLeagueEntries(league.key, period)
  const { enter } = useLeagueSteps()
  const [unit, setUnit] = useState<string | null>(null)
  const [what, setWhat] = useState<string | null>(null)
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const { scheme, sources, lists } = league.definition
  const { least, most } = scheme.adjustments
  const subjects: Pick<LeagueEntry, 'kind' | 'subject'>[] = [
    ...scheme.components
      .filter(({ key }) => sources[key]?.kind === 'entered')
      .map(({ key }) => ({ kind: 'score' as const, subject: key })),
    ...(least === '0' && most === '0' ? [] : [{ kind: 'adjustment' as const, subject: '' }]),
    ...(lists?.rules.exemptions ?? []).map(({ key }) => ({ kind: 'exemption' as const, subject: key })),
  ]
  const chosen = subjects.find((each) => idOf(each) === what)
  const inForce = data?.entries.filter((entry) => entry.value !== null) ?? []
  const former = chosen && data?.entries.find((entry) => entry.unit === unit && idOf(entry) === idOf(chosen))
  const isExemption = chosen?.kind === 'exemption'
  const missing =
    unit === null || !chosen || (!isExemption && value === '') ? t('composite.enter-missing') : undefined
  const save = (given: string | null) =>
    chosen &&
    unit !== null &&
    enter.mutate(
      {
        key: league.key,
        body: { ...chosen, period, unit, reason: reason.trim(), value: given, version: former?.version ?? 0 },
      },
      {
        onSuccess: () => {
          setValue('')
          setReason('')
          setUnit(null)
        },
      },
    )
  const take = (entry: LeagueEntry) => {
    setUnit(entry.unit)
    setWhat(idOf(entry))
    setValue(entry.value ?? '')
    setReason(entry.reason)
  }
  if (subjects.length === 0 && inForce.length === 0) return null
  return (
    <section className="work-panel no-print" aria-labelledby="league-entry">
      <h2 id="league-entry">{t('composite.enter-of', { period: words.period(period) })}</h2>
      {refusal ? (
        <p className="soft">{refusal}</p>
      ) : (
        <div className="league-entry">
          <MeasuredUnitSelect label={t('indicator.unit')} value={unit} onChange={setUnit} />
          <Select
            aria-label={t('composite.enter-what')}
            placeholder={t('composite.enter-what')}
            value={what}
            options={subjects.map((each) => ({ value: idOf(each), label: wordsOf(each) }))}
            onChange={setWhat}
          />
          <Input
            aria-label={t('composite.enter-value')}
            placeholder={
              chosen?.kind === 'adjustment'
                ? t('composite.between', { least, most })
                : t('composite.enter-value')
            }
            inputMode="decimal"
            disabled={isExemption}
            value={isExemption ? '' : value}
            onChange={({ target }) => setValue(target.value.trim())}
          />
          <Input
            aria-label={t('composite.enter-reason')}
            placeholder={t('composite.enter-reason')}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <span className="league-entry-steps">
            <GatedButton
              type="primary"
              reason={missing}
              loading={enter.isPending}
              onClick={() => save(isExemption ? '1' : value)}
            >
              {t('app.save')}
            </GatedButton>
            {former && former.value !== null && (
              <Button onClick={() => save(null)}>{t('composite.withdraw')}</Button>
            )}
          </span>
        </div>
      )}
      {enter.error && <Alert type="error" role="alert" showIcon title={sentence(enter.error)} />}
      {inForce.length > 0 && (
        <EntriesTable league={league} entries={inForce} onChoose={refusal ? undefined : take} />
      )}
    </section>
  )
}

const idOf = ({ kind, subject }: Pick<LeagueEntry, 'kind' | 'subject'>) => `${kind} ${subject}`
