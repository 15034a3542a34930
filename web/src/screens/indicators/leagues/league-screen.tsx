import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { type League, useCompositeTable, useLeague } from '../../../api/leagues.ts'
import type { LeagueSearch } from '../../../app/indicator-work-search.ts'
import { PermittedScreen, useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { CsvButton } from '../parts/csv-button.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'
import { XlsxButton } from '../parts/xlsx-button.tsx'
import { compositeFile } from './composite-file.ts'
import { CompositeView } from './composite-view.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { FreezeLeagueDialog } from './freeze-league-dialog.tsx'
import { LeagueControls } from './league-controls.tsx'
import { LeagueForm } from './league-form.tsx'
import { useLeaguePeriod } from './use-league-period.ts'
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
  const refusal = useRefusalReason()
  const { key } = useParams({ from: '/house/indicators/leagues/$key' })
  const { data: league, error, refetch } = useLeague(key)
  const [isEdited, setEdited] = useState(false)
  if (error && !league) return <ErrorNote error={error} onRetry={refetch} />
  if (!league) return <LoadingLines lines={12} />
  const { scheme } = league.definition
  return (
    <>
      <PageHead
        title={league.name}
        note={scheme.source.says}
        actions={
          <>
            <GatedButton reason={refusal('indicators.define')} onClick={() => setEdited(true)}>
              {t('composite.edit')}
            </GatedButton>
            <Button onClick={() => window.print()}>{t('app.print')}</Button>
          </>
        }
      />
      {isEdited ? (
        <LeagueForm key={league.version} league={league} onClose={() => setEdited(false)} />
      ) : (
        <LeagueDesk key={key} league={league} />
      )}
    </>
  )
}

/** The table of a period with what can be done to it, and below what persons enter for it. */
function LeagueDesk({ league }: { league: League }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const navigate = useNavigate()
  const search = useSearch({ from: '/house/indicators/leagues/$key' })
  const usual = useLeaguePeriod(league)
  const period = search.period ?? usual
  const { cohort, asOf } = search
  const { data: table, error } = useCompositeTable(league.key, { period, cohort, asOf })
  const [isFreezing, setFreezing] = useState(false)
  if (period === undefined) return <LoadingLines lines={12} />
  const change = (part: { readonly [Name in keyof LeagueSearch]?: LeagueSearch[Name] | undefined }) =>
    navigate({
      to: '/indicators/leagues/$key',
      params: { key: league.key },
      search: Object.fromEntries(
        Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined),
      ) as LeagueSearch,
      replace: true,
      resetScroll: false,
    })
  const nothing = !table || table.rows.length === 0 ? t('indicator.nothing-ranked') : undefined
  return (
    <>
      <LeagueControls league={league} search={search} period={period} onChange={change} />
      {error && <Alert type="error" role="alert" showIcon title={sentence(error)} />}
      {!table && !error && <LoadingLines lines={10} />}
      {table && !error && (
        <section className="indicator-panel league" aria-labelledby="composite">
          <div className="indicator-panel-head">
            <h2 id="composite">
              {t('composite.table-of', {
                league: league.name,
                period: words.period(table.period),
                cohort: words.named(table.cohort),
              })}
            </h2>
            <div className="league-tools no-print">
              <CsvButton
                table={() => compositeFile(table, { t, locale, unit: words.unit })}
                fileName={`${league.key}-${table.period}`}
              />
              <XlsxButton
                path={`/api/leagues/${league.key}/table/file`}
                query={{ period: table.period, cohort: table.cohort.key, asOf }}
              />
              <GatedButton reason={refusal('indicators.freeze') ?? nothing} onClick={() => setFreezing(true)}>
                {t('indicator.freeze')}
              </GatedButton>
            </div>
          </div>
          <CompositeView table={table} />
        </section>
      )}
      {!error && <EntryPanel key={period} league={league} period={period} />}
      {isFreezing && table && <FreezeLeagueDialog table={table} onClose={() => setFreezing(false)} />}
    </>
  )
}
