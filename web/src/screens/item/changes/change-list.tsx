import type { FieldChange } from '../../../api/item-model.ts'
import { useWords } from '../../../i18n/use-words.ts'
import './change-list.css'
import { useFieldWords } from './use-field-words.ts'

/** What changed of an item, a line a field: before, then after. */
export function ChangeList({ changes }: { changes: readonly FieldChange[] }) {
  const { t } = useWords()
  const { nameOfField, wordsOf } = useFieldWords()
  return (
    <dl className="change-list">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{nameOfField(field)}</dt>
          <dd>
            <del>{wordsOf(field, before)}</del>
            <span aria-hidden="true"> → </span>
            <span className="visually-hidden">{t('item.becomes')}</span>
            <ins>{wordsOf(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
