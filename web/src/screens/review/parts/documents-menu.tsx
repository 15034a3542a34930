import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useIsAllowed } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DocumentNumberDialog } from './document-number-dialog.tsx'
import { useDocument } from './use-document.ts'

const OF_REVIEW = [
  { kind: 'briefing-book', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
  { kind: 'notice', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read', asksNumber: true },
  { kind: 'commitments-memo', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.hold' },
] as const
const OF_UNIT = [
  { kind: 'unit-sheet', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
  { kind: 'supervision-letter', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
] as const

type Format = 'docx' | 'html' | 'xlsx'

/** The official documents of a review, or of one unit in it, by the office's templates: Word, a page to print, a workbook. */
export function DocumentsMenu({ reviewId, unitId }: { reviewId: string; unitId?: string }) {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  const { make, isMaking } = useDocument()
  const [asking, setAsking] = useState<{ readonly kind: 'notice'; readonly format: Format } | null>(null)
  const makeOne = (
    kind: (typeof OF_REVIEW | typeof OF_UNIT)[number]['kind'],
    format: Format,
    number = '',
  ) => {
    const asked = new URLSearchParams({ format, ...(unitId && { unit: unitId }), ...(number && { number }) })
    make({
      address: `/api/reviews/cycles/${reviewId}/documents/${kind}?${asked}`,
      name: t(`cycle.document.${kind}`),
      isPage: format === 'html',
    })
  }
  const kinds = (unitId ? OF_UNIT : OF_REVIEW).filter(({ permission }) => isAllowed(permission))
  const items = kinds.map((document) => ({
    key: document.kind,
    type: 'group' as const,
    label: t(`cycle.document.${document.kind}`),
    children: document.formats.map((format) => ({
      key: `${document.kind} ${format}`,
      label: t(`cycle.format.${format}`),
      // A sheet of lines bears no number.
      onClick: () =>
        'asksNumber' in document && format !== 'xlsx'
          ? setAsking({ kind: document.kind, format })
          : makeOne(document.kind, format),
    })),
  }))
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }} disabled={isMaking}>
        <Button loading={isMaking}>{t('cycle.documents')}</Button>
      </Dropdown>
      {asking && (
        <DocumentNumberDialog
          name={t(`cycle.document.${asking.kind}`)}
          onMake={(number) => {
            setAsking(null)
            makeOne(asking.kind, asking.format, number)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}
