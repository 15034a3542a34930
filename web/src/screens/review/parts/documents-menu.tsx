import { Button, Dropdown } from 'antd'
import { useIsAllowed } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'

const OF_REVIEW = [
  { kind: 'briefing-book', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
  { kind: 'notice', formats: ['docx', 'html'], permission: 'reviews.read' },
  { kind: 'commitments-memo', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.hold' },
] as const
const OF_UNIT = [
  { kind: 'unit-sheet', formats: ['docx', 'html', 'xlsx'], permission: 'reviews.read' },
  { kind: 'supervision-letter', formats: ['docx', 'html'], permission: 'reviews.read' },
] as const

/** The official documents of a review, or of one unit in it, by the office's templates: Word, a page to print, a workbook. */
export function DocumentsMenu({ reviewId, unitId }: { reviewId: string; unitId?: string }) {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  const address = (kind: string, format: string) =>
    `/api/reviews/cycles/${reviewId}/documents/${kind}?format=${format}${unitId ? `&unit=${unitId}` : ''}`
  const kinds = (unitId ? OF_UNIT : OF_REVIEW).filter(({ permission }) => isAllowed(permission))
  const items = kinds.map(({ kind, formats }) => ({
    key: kind,
    type: 'group' as const,
    label: t(`cycle.document.${kind}`),
    children: formats.map((format) => ({
      key: `${kind} ${format}`,
      label:
        format === 'html' ? (
          <a href={address(kind, format)} target="_blank" rel="noreferrer">
            {t('cycle.format.html')}
          </a>
        ) : (
          <a href={address(kind, format)} download>
            {t(`cycle.format.${format}`)}
          </a>
        ),
    })),
  }))
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button>{t('cycle.documents')}</Button>
    </Dropdown>
  )
}
