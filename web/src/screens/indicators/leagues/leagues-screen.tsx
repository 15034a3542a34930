import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type League, useLeagues } from '../../../api/leagues.ts'
import { PermittedScreen, useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { IndicatorLinks } from '../parts/indicator-links.tsx'
import { weightSum } from './league-draft.ts'
import { LeagueForm } from './league-form.tsx'
import '../parts/indicators.css'
import '../parts/work.css'

/** Composite leagues: several indicators in one score. */
export function LeaguesScreen() {
  return (
    <PermittedScreen permission="indicators.read">
      <LeagueList />
    </PermittedScreen>
  )
}

function LeagueList() {
  const { t } = useWords()
  const refusal = useRefusalReason()
  const { data, error, refetch } = useLeagues()
  const [isNew, setNew] = useState(false)
  return (
    <>
      <PageHead
        title={t('composite.title')}
        note={t('composite.note')}
        actions={
          <GatedButton type="primary" reason={refusal('indicators.define')} onClick={() => setNew(true)}>
            {t('composite.new')}
          </GatedButton>
        }
      />
      <IndicatorLinks />
      {isNew && <LeagueForm league={undefined} onClose={() => setNew(false)} />}
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines />
      ) : data.leagues.length === 0 ? (
        !isNew && <StateNote title={t('composite.empty')}>{t('composite.empty-way')}</StateNote>
      ) : (
        <LeaguesTable leagues={data.leagues} />
      )}
    </>
  )
}

function LeaguesTable({ leagues }: { leagues: readonly League[] }) {
  const { t } = useWords()
  const columns: Column<League>[] = [
    {
      key: 'name',
      title: t('composite.name'),
      isMain: true,
      cell: ({ key, name }) => (
        <Link to="/indicators/leagues/$key" params={{ key }} search={{}}>
          {name}
        </Link>
      ),
    },
    {
      key: 'frequency',
      title: t('composite.frequency'),
      cell: ({ definition }) => t(`composite.frequency.${definition.frequency}`),
    },
    {
      key: 'components',
      title: t('composite.components'),
      align: 'right',
      cell: ({ definition }) => definition.scheme.components.length,
    },
    {
      key: 'weights',
      title: t('composite.weights'),
      align: 'right',
      cell: ({ definition }) => weightSum(definition.scheme.components.map(({ weight }) => weight)),
    },
    {
      key: 'changed',
      title: t('composite.changed'),
      cell: ({ changedBy, changedAt }) => `${changedBy} ${formatInstant(changedAt)}`,
    },
  ]
  return (
    <DataTable caption={t('composite.title')} columns={columns} rows={leagues} rowKey={({ key }) => key} />
  )
}
