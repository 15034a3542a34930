import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'

interface DocumentNumberDialogProps {
  /** What the document is called. */
  name: string
  onMake: (number: string) => void
  onClose: () => void
}

/** Asks for the number that the office gives a document; it is made without one if there is none yet. */
export function DocumentNumberDialog({ name, onMake, onClose }: DocumentNumberDialogProps) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const make = () => onMake(number.trim())
  return (
    <Modal
      open
      width={440}
      title={name}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => document.getElementById('document-number')?.focus())}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" onClick={make}>
            {t('cycle.make-document')}
          </Button>
        </>
      }
    >
      <label htmlFor="document-number">{t('cycle.document-number')}</label>
      <Input
        id="document-number"
        maxLength={60}
        placeholder={t('cycle.document-number-example')}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
        onPressEnter={make}
      />
      <p className="soft">{t('cycle.document-number-note')}</p>
    </Modal>
  )
}
