import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useState } from 'react'
import { useCompositeTable, useLeague, useLeagueSteps } from '../../../api/leagues.ts'
import { PermittedScreen, useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { PeriodField } from '../parts/period-field.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { CompositeView } from './composite-view.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { LeagueForm } from './league-form.tsx'
import '../parts/indicators.css'
import '../parts/work.css'

/** A composite league: its table in a period, its definition, its next publication. */
export function LeagueScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <OneLeague />
    </PermittedScreen>
  )
}

function OneLeague() {
  const { t } = useWords()
  const words = useIndicatorWords()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const navigate = useNavigate()
  const { key } = useParams({ from: '/house/indicators/leagues/$key' })
  const { period } = useSearch({ from: '/house/indicators/leagues/$key' })
  const { data: league, error, refetch } = useLeague(key)
  const { data: table, error: tableError } = useCompositeTable(key, period)
  const { freeze } = useLeagueSteps()
  const [isEdited, setEdited] = useState(false)
  if (error && !league) return <ErrorNote error={error} onRetry={refetch} />
  if (!league) return <LoadingLines lines={12} />
  const freezeNow = () =>
    table &&
    freeze.mutate(
      {
        key,
        body: {
          period: table.period,
          asOf: table.asOf,
          title: `${league.name} ${words.period(table.period)}`,
        },
      },
      {
        onSuccess: ({ number }) =>
          navigate({ to: '/indicators/publications/$number', params: { number: String(number) } }),
      },
    )
  const nothing = !table || table.rows.length === 0 ? t('indicator.nothing-ranked') : undefined
  return (
    <>
      <PageHead
        title={league.name}
        note={league.definition.scheme.source.says}
        actions={
          <>
            <GatedButton reason={refusal('indicators.define')} onClick={() => setEdited(true)}>
              {t('composite.edit')}
            </GatedButton>
            <GatedButton reason={refusal('indicators.freeze') ?? nothing} onClick={freezeNow}>
              {t('indicator.freeze')}
            </GatedButton>
          </>
        }
      />
      {isEdited && <LeagueForm key={league.version} league={league} onClose={() => setEdited(false)} />}
      <div className="picks no-print">
        <PeriodField
          label={t('indicator.period')}
          value={period ?? null}
          onChange={(next) =>
            navigate({
              to: '/indicators/leagues/$key',
              params: { key },
              search: next === null ? {} : { period: next },
            })
          }
        />
      </div>
      {[tableError, freeze.error].map(
        (problem) =>
          problem && <Alert key={problem.message} type="error" role="alert" title={sentence(problem)} />,
      )}
      {period && <EntryPanel league={league} period={period} />}
      {!period && <p className="soft">{t('composite.choose-period')}</p>}
      {period && table && !tableError && (
        <section className="indicator-panel league">
          <CompositeView table={table} />
        </section>
      )}
    </>
  )
}
