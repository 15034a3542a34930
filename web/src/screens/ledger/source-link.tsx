import { Link } from '@tanstack/react-router'
import type { Item } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'

/** One click to the sentence that an item comes from. */
export function SourceLink({ item }: { item: Item }) {
  const { t } = useWords()
  const { source } = item
  if (source.kind === 'by-hand') return <span className="soft">{t('ledger.source.by-hand')}</span>
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
