import type { IndicatorDetail } from '../../../../api/indicators.ts'
import { formatInstant } from '../../../../i18n/format.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'

type Version = IndicatorDetail['versions'][number]

/** From when on which definition holds, and where it breaks the series. */
export function VersionTable({ versions }: { versions: readonly Version[] }) {
  const { t } = useWords()
  const columns: Column<Version>[] = [
    {
      key: 'version',
      title: t('indicator.version'),
      isMain: true,
      width: '112px',
      cell: ({ version }) => (
        <span className="definition-version">{t('indicator.version-number', { number: version })}</span>
      ),
    },
    {
      key: 'from',
      title: t('indicator.valid-from'),
      width: '120px',
      cell: ({ validFrom }) => (validFrom < '1000' ? t('indicator.from-beginning') : validFrom),
    },
    {
      key: 'breaks',
      title: t('indicator.breaks-series'),
      width: '150px',
      cell: ({ breaksSeries, version }) =>
        breaksSeries && version > 1 ? (
          <strong>
            <span aria-hidden="true">⚡ </span>
            {t('indicator.breaks')}
          </strong>
        ) : (
          <span className="soft">{t('indicator.breaks-not')}</span>
        ),
    },
    { key: 'note', title: t('indicator.change-note'), cell: ({ note }) => note || '—' },
    {
      key: 'created',
      title: t('indicator.changed-at'),
      width: '150px',
      cell: ({ createdAt }) => <span className="figure">{formatInstant(createdAt)}</span>,
    },
  ]
  return (
    <div className="definition-part">
      <h3>{t('indicator.versions', { count: versions.length })}</h3>
      <DataTable
        caption={t('indicator.versions', { count: versions.length })}
        columns={columns}
        rows={versions.toReversed()}
        rowKey={({ version }) => String(version)}
      />
    </div>
  )
}
