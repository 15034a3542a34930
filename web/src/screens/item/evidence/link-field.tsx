import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Evidence } from '../../../api/item-model.ts'
import { useTakeStep } from '../../../api/item-steps.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

interface LinkFieldProps {
  readonly itemId: string
  readonly onKept: (evidence: Evidence) => void
}

/** Adds the address of a page or a file kept elsewhere. Enter adds; it does not send the form around it. */
export function LinkField({ itemId, onKept }: LinkFieldProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [url, setUrl] = useState('')
  const [note, setNote] = useState('')
  const add = useTakeStep(itemId)
  const send = () => {
    if (url.trim() === '') return
    add.mutate(
      { step: 'addEvidence', body: { url: url.trim(), note: note.trim() } },
      {
        onSuccess: (evidence) => {
          onKept(evidence as Evidence)
          setUrl('')
          setNote('')
        },
      },
    )
  }
  return (
    <div className="evidence-link">
      <Input
        type="url"
        aria-label={t('item.link-url')}
        placeholder={t('item.link-url')}
        value={url}
        onChange={(event) => setUrl(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          send()
        }}
      />
      <Input
        aria-label={t('item.link-note')}
        placeholder={t('item.link-note')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault()
          send()
        }}
      />
      <Button onClick={send} loading={add.isPending}>
        {t('item.link-add')}
      </Button>
      {add.error && (
        <span className="upload-refusal" role="alert">
          {sentence(add.error)}
        </span>
      )}
    </div>
  )
}
