import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useJournal } from '../../api/journal.ts'
import type { JournalEntry } from '../../api/model.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import './journal-screen.css'

/** Who did what when, for the auditor. */
export function JournalScreen() {
  return (
    <PermittedScreen permission="journal.read">
      <Journal />
    </PermittedScreen>
  )
}

const PAGE_SIZE = 50

function Journal() {
  const { t } = useWords()
  const { page = 1, subject } = useSearch({ from: '/house/journal' })
  const navigate = useNavigate({ from: '/journal' })
  const { data, error, refetch } = useJournal(page, subject)
  return (
    <>
      <PageHead
        title={t('journal.title')}
        note={t('journal.note')}
        actions={
          subject && (
            <Link to="/journal" search={{}}>
              {t('journal.all')}
            </Link>
          )
        }
      />
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : data.entries.length > 0 ? (
        <JournalTable entries={data.entries} />
      ) : (
        <StateNote title={t('journal.empty')} />
      )}
      {data && (
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          total={data.total}
          onPage={(next) => navigate({ search: (now) => ({ ...now, page: next }) })}
        />
      )}
    </>
  )
}

function JournalTable({ entries }: { entries: readonly JournalEntry[] }) {
  const { t, find } = useWords()
  const columns: Column<JournalEntry>[] = [
    { key: 'seq', title: t('journal.column.seq'), align: 'right', width: '70px', cell: (entry) => entry.seq },
    {
      key: 'at',
      title: t('journal.column.at'),
      width: '140px',
      cell: (entry) => <span className="figure">{formatInstant(entry.at)}</span>,
    },
    {
      key: 'actor',
      title: t('journal.column.actor'),
      width: '150px',
      cell: (entry) => <Actor entry={entry} />,
    },
    {
      key: 'action',
      title: t('journal.column.action'),
      isMain: true,
      width: '200px',
      cell: (entry) => (
        <>
          {find(`journal.action.${entry.action}`) ?? entry.action}
          <code className="soft journal-code">{entry.action}</code>
        </>
      ),
    },
    {
      key: 'subject',
      title: t('journal.column.subject'),
      width: '178px',
      cell: (entry) => (
        <Link to="/journal" search={{ subject: entry.subjectId }} title={t('journal.only-subject')}>
          <code>
            {entry.subjectType} {entry.subjectId.slice(-6)}
          </code>
        </Link>
      ),
    },
    {
      key: 'detail',
      title: t('journal.column.detail'),
      cell: (entry) => <Detail detail={entry.detail} />,
    },
    {
      key: 'hash',
      title: t('journal.column.hash'),
      width: '104px',
      cell: (entry) => <code title={entry.hash}>{entry.hash.slice(0, 10)}</code>,
    },
  ]
  return (
    <DataTable
      caption={t('journal.title')}
      columns={columns}
      rows={entries}
      rowKey={(entry) => String(entry.seq)}
    />
  )
}

/** Who acted, and for whom when they stood in. */
function Actor({ entry }: { entry: JournalEntry }) {
  const { t } = useWords()
  const { inNameOf } = (entry.detail ?? {}) as { inNameOf?: unknown }
  if (!Array.isArray(inNameOf)) return entry.actor.name
  const absent = inNameOf.map(String).join(t('app.list-separator'))
  return t('leave.for', { standIn: entry.actor.name, absent })
}

function Detail({ detail }: { detail: unknown }) {
  const words = Object.entries(detail ?? {}).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const told = words.join(' · ')
  return (
    <span className="journal-detail" title={told}>
      {told}
    </span>
  )
}
