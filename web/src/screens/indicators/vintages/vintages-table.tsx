import { Button } from 'antd'
import type { Vintage } from '../../../api/indicators.ts'
import { useCheckVintage } from '../../../api/publications.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** The publications of values, newest first; each can be hashed again. */
export function VintagesTable({ vintages }: { vintages: readonly Vintage[] }) {
  const { t } = useWords()
  const columns: Column<Vintage>[] = [
    {
      key: 'number',
      title: t('vintage.word'),
      isMain: true,
      width: '90px',
      cell: ({ number }) => t('vintage.number', { number }),
    },
    {
      key: 'at',
      title: t('vintage.published-at'),
      width: '140px',
      cell: ({ publishedAt }) => <span className="figure">{formatInstant(publishedAt)}</span>,
    },
    { key: 'source', title: t('table-import.source'), cell: ({ source }) => source || '—' },
    { key: 'note', title: t('table-import.publish-note'), cell: ({ note }) => note || '—' },
    { key: 'rows', title: t('vintage.rows'), align: 'right', width: '80px', cell: ({ rows }) => rows },
    { key: 'by', title: t('vintage.by'), width: '120px', cell: ({ publishedBy }) => publishedBy },
    {
      key: 'hash',
      title: t('vintage.hash'),
      width: '250px',
      cell: (vintage) => <Seal vintage={vintage} />,
    },
  ]
  return (
    <DataTable
      caption={t('vintage.title')}
      columns={columns}
      rows={vintages}
      rowKey={({ number }) => String(number)}
    />
  )
}

/** The hash that stands in the journal, and whether the content still has it. */
function Seal({ vintage: { number, contentHash } }: { vintage: Vintage }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const check = useCheckVintage()
  return (
    <span className="vintage-seal">
      <code title={contentHash}>{contentHash.slice(0, 12)}</code>
      {check.data ? (
        <span className={check.data.isWhole ? 'is-whole' : 'is-broken'} role="status">
          <span aria-hidden="true">{check.data.isWhole ? '✓' : '✕'}</span>{' '}
          {t(check.data.isWhole ? 'vintage.whole' : 'vintage.broken')}
        </span>
      ) : (
        <Button
          size="small"
          className="no-print"
          loading={check.isPending}
          onClick={() => check.mutate(number)}
        >
          {t('vintage.check')}
        </Button>
      )}
      {check.error && (
        <span className="is-broken" role="alert">
          {sentence(check.error)}
        </span>
      )}
    </span>
  )
}
