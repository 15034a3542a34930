import { Button, Checkbox } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import './column-chooser.css'
import { COLUMN_KEYS, type ColumnKey, FIRST_COLUMNS } from './columns.tsx'

interface ColumnChooserProps {
  chosen: readonly ColumnKey[]
  onChoose: (keys: readonly ColumnKey[]) => void
}

/** Which columns the table shows. Follows its button in the page, so that Tab goes from one into the other. */
export function ColumnChooser({ chosen, onChoose }: ColumnChooserProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>('input:enabled')?.focus()
  }, [isOpen])
  return (
    <span className="column-choice">
      <Button
        ref={opener}
        aria-expanded={isOpen}
        aria-controls="column-chooser"
        onClick={() => setOpen(!isOpen)}
      >
        {t('ledger.columns')}
      </Button>
      {isOpen && (
        <fieldset
          ref={panel}
          id="column-chooser"
          className="column-chooser"
          tabIndex={-1}
          onKeyDown={({ key }) => {
            if (key !== 'Escape') return
            setOpen(false)
            opener.current?.focus()
          }}
          onBlur={({ currentTarget, relatedTarget }) => {
            const isStill = currentTarget.contains(relatedTarget) || relatedTarget === opener.current
            if (!isStill) setOpen(false)
          }}
        >
          <legend className="visually-hidden">{t('ledger.columns')}</legend>
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
        </fieldset>
      )}
    </span>
  )
}
