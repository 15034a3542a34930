import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useIsAllowed } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DocumentNumberDialog } from './document-number-dialog.tsx'

const OF_REVIEW = [
  { kind: 'briefing-book', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
  { kind: 'notice', formats: ['docx', 'html'], permission: 'reviews.read', asksNumber: true },
  { kind: 'commitments-memo', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.hold' },
] as const
const OF_UNIT = [
  { kind: 'unit-sheet', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
  { kind: 'supervision-letter', formats: ['docx', 'html'], permission: 'reviews.read' },
] as const

type Format = 'docx' | 'html' | 'xlsx'

/** The official documents of a review, or of one unit in it, by the office's templates: Word, a page to print, a workbook. */
export function DocumentsMenu({ reviewId, unitId }: { reviewId: string; unitId?: string }) {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  const [asking, setAsking] = useState<{ readonly kind: 'notice'; readonly format: Format } | null>(null)
  const address = (kind: string, format: Format) =>
    `/api/reviews/cycles/${reviewId}/documents/${kind}?format=${format}${unitId ? `&unit=${unitId}` : ''}`
  const kinds = (unitId ? OF_UNIT : OF_REVIEW).filter(({ permission }) => isAllowed(permission))
  const items = kinds.map((document) => ({
    key: document.kind,
    type: 'group' as const,
    label: t(`cycle.document.${document.kind}`),
    children: document.formats.map((format) => ({
      key: `${document.kind} ${format}`,
      ...('asksNumber' in document
        ? { label: t(`cycle.format.${format}`), onClick: () => setAsking({ kind: document.kind, format }) }
        : { label: <DocumentLink address={address(document.kind, format)} format={format} /> }),
    })),
  }))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>{t('cycle.documents')}</Button>
      </Dropdown>
      {asking && (
        <DocumentNumberDialog
          name={t(`cycle.document.${asking.kind}`)}
          address={address(asking.kind, asking.format)}
          isPage={asking.format === 'html'}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

/** A page opens beside this one, a file is saved. */
function DocumentLink({ address, format }: { address: string; format: Format }) {
  const { t } = useWords()
  return format === 'html' ? (
    <a href={address} target="_blank" rel="noreferrer">
      {t('cycle.format.html')}
    </a>
  ) : (
    <a href={address} download>
      {t(`cycle.format.${format}`)}
    </a>
  )
}
