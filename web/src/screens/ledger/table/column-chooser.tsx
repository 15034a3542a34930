import { Button, Checkbox, Popover } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import { COLUMN_KEYS, type ColumnKey, FIRST_COLUMNS } from './columns.tsx'

interface ColumnChooserProps {
  chosen: readonly ColumnKey[]
  onChoose: (keys: readonly ColumnKey[]) => void
}

/** Which columns the table shows. */
export function ColumnChooser({ chosen, onChoose }: ColumnChooserProps) {
  const { t } = useWords()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="column-chooser">
          <Checkbox.Group
            value={[...chosen]}
            options={COLUMN_KEYS.map((key) => ({
              value: key,
              label: t(`ledger.column.${key}`),
              disabled: key === 'title',
            }))}
            onChange={(keys) => onChoose(keys as ColumnKey[])}
          />
          <Button size="small" type="link" onClick={() => onChoose(FIRST_COLUMNS)}>
            {t('ledger.columns-first')}
          </Button>
        </div>
      }
    >
      <Button>{t('ledger.columns')}</Button>
    </Popover>
  )
}
