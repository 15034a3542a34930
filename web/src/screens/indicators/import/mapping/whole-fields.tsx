import { Input } from 'antd'
import type { TableImport } from '../../../../api/indicator-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { PeriodField } from '../../parts/period-field.tsx'
import type { TableDraft } from './use-table-draft.ts'

/** What holds for the whole table, where neither a column nor a row says; what nobody says yet is asked for. */
export function WholeFields({ table, draft }: { table: TableImport; draft: TableDraft }) {
  const { t } = useWords()
  const { table: whole } = draft.mapping
  const text = (field: 'indicator' | 'unit' | 'measure') => (
    <label htmlFor={`whole-${field}`} className={isAsked(field) ? 'is-asked' : ''}>
      {t(`table-import.whole.${field}`)}
      <Input
        id={`whole-${field}`}
        maxLength={200}
        status={isAsked(field) ? 'warning' : ''}
        value={whole[field] ?? ''}
        onChange={({ target }) => draft.setWhole({ [field]: target.value || null })}
      />
    </label>
  )
  const isAsked = (field: 'indicator' | 'unit' | 'period' | 'measure') =>
    (table.unsaid as readonly string[]).includes(field) && whole[field] === null
  const unsaid = table.unsaid.filter((field) => field === 'values' || whole[field] === null)
  return (
    <fieldset className="sheet-options">
      <legend>{t('table-import.whole')}</legend>
      {unsaid.length > 0 && (
        <p className="sheet-why-not" role="status">
          {t('table-import.unsaid', {
            what: unsaid.map((field) => t(`table-import.unsaid.${field}`)).join(t('app.list-separator')),
          })}
        </p>
      )}
      <div className="sheet-options-line">
        {text('indicator')}
        {text('measure')}
        <label htmlFor="whole-period" className={isAsked('period') ? 'is-asked' : ''}>
          {t('table-import.whole.period')}
          <PeriodField
            id="whole-period"
            label={t('table-import.whole.period')}
            value={whole.period}
            onChange={(period) => draft.setWhole({ period })}
          />
        </label>
        {text('unit')}
      </div>
    </fieldset>
  )
}
