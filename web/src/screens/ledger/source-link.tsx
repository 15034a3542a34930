import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'

/** One click to the sentence that an item comes from; of an imported one the file and its row. */
export function SourceLink({ item }: { item: Pick<Item, 'source'> }) {
  const { t } = useWords()
  const { source } = item
  if (source.kind === 'by-hand') return <span className="soft">{t('ledger.source.by-hand')}</span>
  if (source.kind === 'import') {
    return (
      <span className="soft" title={t('ledger.source.row', { file: source.fileName, row: source.row })}>
        {t('ledger.source.import')}
      </span>
    )
  }
  return (
    <Link
      to="/reports/$reportId"
      params={{ reportId: source.reportId }}
      search={{ statement: source.statementId }}
      title={source.quote.join(' … ')}
    >
      {t('ledger.to-sentence')}
    </Link>
  )
}
