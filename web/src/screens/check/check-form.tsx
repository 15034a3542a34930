import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { CheckInput } from '../../api/figure-check.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'

const ACCEPTED = '.txt,.html,.htm,.docx,.doc,.pdf,.xlsx,.xls,text/plain'
const LONGEST = 2_000_000

interface CheckFormProps {
  isBusy: boolean
  onCheck: (input: CheckInput) => void
}

/** Takes a text from the clipboard or a file from anywhere on the page. */
export function CheckForm({ isBusy, onCheck }: CheckFormProps) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [date, setDate] = useState<string | null>(null)
  const take = (file: File) => onCheck({ file, date })
  const isOver = useFileDrop(!isBusy, take)
  const isEmpty = text.trim() === ''
  return (
    <form
      className={`check-form no-print ${isOver ? 'is-over' : ''}`}
      aria-label={t('check.form')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty) onCheck({ text, date })
      }}
    >
      <label htmlFor="check-text">{isOver ? t('check.drop-now') : t('check.text')}</label>
      <Input.TextArea
        id="check-text"
        className="check-draft"
        autoSize={{ minRows: 8, maxRows: 18 }}
        maxLength={LONGEST}
        value={text}
        placeholder={t('check.placeholder')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) onCheck({ text, date })
        }}
      />
      <div className="check-form-line">
        <label className="check-day" htmlFor="check-day" title={t('check.date-help')}>
          {t('check.date')}
          <DayField id="check-day" value={date} onChange={setDate} />
        </label>
        <span className="check-form-actions">
          <Button disabled={isBusy} onClick={() => input.current?.click()}>
            {t('check.choose-file')}
          </Button>
          <Button type="primary" htmlType="submit" loading={isBusy} disabled={isEmpty}>
            {t('check.run')} <kbd>Ctrl+Enter</kbd>
          </Button>
        </span>
      </div>
      <p className="soft">{t('check.privacy')}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        data-testid="check-file"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) take(file)
        }}
      />
      {isOver && <div className="check-veil" aria-hidden="true" />}
    </form>
  )
}
