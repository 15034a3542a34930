import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../i18n/use-words.ts'

interface Heading {
  readonly sheet?: string
  readonly firstHeadingRow?: number
  readonly lastHeadingRow?: number
}

interface HeadingFieldsProps {
  sheet: {
    readonly sheet: string
    readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
    readonly firstHeadingRow: number
    readonly lastHeadingRow: number
  }
  propose: { readonly isPending: boolean; mutate(heading: Heading): void }
}

/** Which sheet of the file, and which of its rows name the columns. */
export function HeadingFields({ sheet, propose }: HeadingFieldsProps) {
  const { t } = useWords()
  const [first, setFirst] = useState(sheet.firstHeadingRow)
  const [last, setLast] = useState(sheet.lastHeadingRow)
  const isSame = first === sheet.firstHeadingRow && last === sheet.lastHeadingRow
  const options = sheet.sheets.map(({ name, isHidden }) => ({
    value: name,
    label: isHidden ? t('import.hidden-sheet', { name }) : name,
  }))
  return (
    <div className="sheet-heading">
      <label htmlFor="sheet-name">
        {t('import.sheet')}
        <Select
          id="sheet-name"
          value={sheet.sheet}
          options={options}
          disabled={propose.isPending}
          style={{ minWidth: 160 }}
          onChange={(name) => propose.mutate({ sheet: name })}
        />
      </label>
      <label htmlFor="first-heading-row">
        {t('import.first-heading-row')}
        <InputNumber
          id="first-heading-row"
          min={1}
          max={200_000}
          precision={0}
          value={first}
          onChange={(row) => setFirst(row ?? 1)}
        />
      </label>
      <label htmlFor="last-heading-row">
        {t('import.last-heading-row')}
        <InputNumber
          id="last-heading-row"
          min={first}
          max={200_000}
          precision={0}
          value={last}
          onChange={(row) => setLast(row ?? first)}
        />
      </label>
      <Button
        disabled={isSame || last < first}
        loading={propose.isPending}
        onClick={() => propose.mutate({ sheet: sheet.sheet, firstHeadingRow: first, lastHeadingRow: last })}
      >
        {t('import.read-heading')}
      </Button>
    </div>
  )
}
