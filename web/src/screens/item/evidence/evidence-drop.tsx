import { Button } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useWords } from '../../../i18n/use-words.ts'
import './evidence.css'

/** Takes files dropped on it, or chosen; on a phone the camera is among the choices. */
export function EvidenceDrop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const stop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section
      className={`evidence-drop ${isOver ? 'is-over' : ''}`}
      aria-label={t('item.evidence-drop')}
      onDragEnter={stop}
      onDragOver={(event) => {
        stop(event)
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        stop(event)
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <Button onClick={() => input.current?.click()}>{t('item.evidence-choose')}</Button>
      <span className="soft">{t('item.evidence-drop-hint')}</span>
      <input
        ref={input}
        type="file"
        multiple
        style={{ display: 'none' }}
        data-testid="evidence-files"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </section>
  )
}
