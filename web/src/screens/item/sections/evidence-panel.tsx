import type { Evidence, ItemDetail } from '../../../api/item-model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EvidenceName } from '../evidence/evidence-name.tsx'
import { Panel } from './panel.tsx'

/** Every file and link of all rounds, with its hash: what was handed in can be proved to be the same. */
export function EvidencePanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  if (item.evidence.length === 0) return null
  const columns: Column<Evidence>[] = [
    {
      key: 'name',
      title: t('item.evidence'),
      isMain: true,
      cell: (evidence) => (
        <span className="evidence-name">
          <EvidenceName itemId={item.id} evidence={evidence} />
        </span>
      ),
    },
    {
      key: 'from',
      title: t('item.evidence-from'),
      width: '170px',
      cell: ({ unitId, addedBy }) => (
        <>
          {addedBy}
          <span className="soft duty-note">{nameOf(unitId)}</span>
        </>
      ),
    },
    {
      key: 'when',
      title: t('item.evidence-when'),
      width: '132px',
      cell: ({ addedAt, round }) => (
        <span className="figure soft">
          {formatInstant(addedAt)}
          {item.round > 1 && ` ${t('item.round', { round })}`}
        </span>
      ),
    },
    {
      key: 'hash',
      title: t('item.evidence-hash'),
      width: '104px',
      cell: ({ sha256 }) =>
        sha256 ? (
          <code className="soft" title={sha256}>
            {sha256.slice(0, 12)}
          </code>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <Panel title={t('item.evidence')} note={t('item.evidence-count', { count: item.evidence.length })}>
      <DataTable
        caption={t('item.evidence')}
        columns={columns}
        rows={item.evidence}
        rowKey={({ id }) => id}
      />
    </Panel>
  )
}
