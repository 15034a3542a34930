import { Checkbox, Radio } from 'antd'
import { useWords } from '../../../../i18n/use-words.ts'
import type { TableDraft } from './use-table-draft.ts'

const SIGNS = ['triangleIsNegative', 'parenthesesAreNegative', 'ellipsisIsZero', 'dashIsZero'] as const

/** How signs beside the figures are meant, and what becomes of lines that add the others up. */
export function SignFields({ draft }: { draft: TableDraft }) {
  const { t } = useWords()
  const { signs, totals } = draft.mapping
  return (
    <fieldset className="sheet-options">
      <legend>{t('import.options')}</legend>
      <div className="sheet-flags">
        {SIGNS.map((sign) => (
          <Checkbox
            key={sign}
            checked={signs[sign]}
            onChange={({ target }) => draft.setMapping({ signs: { ...signs, [sign]: target.checked } })}
          >
            {t(`table-import.sign.${sign}`)}
          </Checkbox>
        ))}
      </div>
      <div className="sheet-flags">
        <span className="soft" id="table-totals">
          {t('table-import.totals')}
        </span>
        <Radio.Group
          aria-labelledby="table-totals"
          value={totals}
          options={[
            { value: 'aggregate', label: t('table-import.totals.aggregate') },
            { value: 'skip', label: t('table-import.totals.skip') },
          ]}
          onChange={({ target }) => draft.setMapping({ totals: target.value })}
        />
      </div>
    </fieldset>
  )
}
