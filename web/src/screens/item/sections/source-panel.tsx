import type { ItemDetail } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { SourceLink } from '../../ledger/source-link.tsx'
import { CriterionSentence } from './criterion-sentence.tsx'
import { Panel } from './panel.tsx'

/** What is asked and the sentence that it comes from, one click from its place in the report. */
export function SourcePanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const { source } = item
  const quote = source.kind === 'statement' ? source.quote.join(' … ') : ''
  return (
    <Panel title={t('item.asked')}>
      {item.content && item.content !== quote && <p className="item-words">{item.content}</p>}
      {item.target && (
        <p className="item-words">
          <span className="soft">{t('item-field.target')} </span>
          {item.target}
        </p>
      )}
      {item.criterion && (
        <p className="item-words">
          <span className="soft">{t('item-field.criterion')} </span>
          <CriterionSentence criterion={item.criterion} />
        </p>
      )}
      {source.kind === 'statement' ? (
        <>
          <blockquote className="source-quote">{quote}</blockquote>
          <p className="soft">
            {source.reportTitle} · <SourceLink item={item} />
          </p>
        </>
      ) : (
        <p className="soft">
          {source.kind === 'import'
            ? t('item.from-import', { file: source.fileName, row: source.row })
            : t('item.by-hand')}
        </p>
      )}
    </Panel>
  )
}
