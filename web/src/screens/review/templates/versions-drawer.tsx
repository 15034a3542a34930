import { Drawer } from 'antd'
import {
  type DocumentTemplate,
  type TemplateVersion,
  useTemplateVersions,
} from '../../../api/review-templates.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'

/** What was put in and taken back, by whom and when; every file of the past can still be had. */
export function VersionsDrawer({ template, onClose }: { template: DocumentTemplate; onClose: () => void }) {
  const { t } = useWords()
  const { data, error, refetch } = useTemplateVersions(template.kind)
  const title = t('template.versions-of', { name: t(`cycle.document.${template.kind}`) })
  const columns: Column<TemplateVersion>[] = [
    {
      key: 'version',
      title: t('template.column.version'),
      isMain: true,
      width: '120px',
      cell: ({ version }) => (
        <>
          {t('template.version', { version })}
          {version === template.version && <span className="template-required">{t('template.now')}</span>}
        </>
      ),
    },
    {
      key: 'file',
      title: t('template.column.file'),
      cell: ({ fileName, version }) => (
        <>
          {fileName ?? <span className="soft">{t('template.went-back')}</span>}{' '}
          {fileName && (
            <a href={`/api/reviews/templates/${template.kind}?version=${version}`} download>
              {t('template.download')}
            </a>
          )}
        </>
      ),
    },
    {
      key: 'who',
      title: t('template.column.since'),
      width: '220px',
      cell: ({ changedBy, changedAt }) =>
        t('cycle.changed-by', { who: changedBy, when: formatInstant(changedAt) }),
    },
  ]
  return (
    <Drawer open size={760} title={title} onClose={onClose}>
      {data ? (
        data.versions.length > 0 ? (
          <DataTable
            caption={title}
            columns={columns}
            rows={data.versions}
            rowKey={({ version }) => String(version)}
          />
        ) : (
          <p className="soft">{t('template.never-changed')}</p>
        )
      ) : error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : (
        <LoadingLines />
      )}
      <p className="template-shipped">
        <a href={`/api/reviews/templates/${template.kind}?version=0`} download>
          {t('template.download-shipped')}
        </a>
      </p>
    </Drawer>
  )
}
