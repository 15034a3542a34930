import { Alert, Button, Input, type InputRef, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { Statement } from '../../../../api/model.ts'
import { useSplitStatement } from '../../../../api/statements.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { proposeParts, splitOf } from './split-parts.ts'

interface SplitDialogProps {
  statement: Statement
  onClose: () => void
  onDone: (count: number, firstId: string | undefined) => void
}

/** Makes several statements of one that says several things. */
export function SplitDialog({ statement, onClose, onDone }: SplitDialogProps) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const [parts, setParts] = useState(() => proposeParts(statement).map((text, key) => ({ key, text })))
  const firstPart = useRef<InputRef>(null)
  const split = useSplitStatement(statement.reportId)
  const subjects = splitOf(
    statement,
    parts.map(({ text }) => text),
  )
  const isEnough = subjects.length >= 2
  const save = () =>
    split.mutate(
      { statement, subjects },
      { onSuccess: ({ statements }) => onDone(statements.length, statements[0]?.id) },
    )
  return (
    <Modal
      open
      afterOpenChange={focusOnOpen(() => firstPart.current?.focus())}
      title={t('read.split-title')}
      okText={t('read.split-submit')}
      okButtonProps={{ disabled: !isEnough, loading: split.isPending }}
      onOk={save}
      onCancel={onClose}
      width={600}
    >
      <blockquote className="drawer-quote">{statement.quote.join(' … ')}</blockquote>
      <ol className="split-parts">
        {parts.map((part, index) => (
          <li key={part.key}>
            <Input
              aria-label={t('read.split-part', { number: index + 1 })}
              ref={index === 0 ? firstPart : null}
              value={part.text}
              onChange={(event) =>
                setParts(
                  parts.map((old) => (old.key === part.key ? { ...old, text: event.target.value } : old)),
                )
              }
              onPressEnter={() => isEnough && save()}
            />
            <Button
              type="text"
              disabled={parts.length <= 2}
              aria-label={t('read.split-less', { number: index + 1 })}
              onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
            >
              ×
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        onClick={() => setParts([...parts, { key: Math.max(...parts.map(({ key }) => key)) + 1, text: '' }])}
      >
        {t('read.split-more')}
      </Button>
      {!isEnough && <p className="soft">{t('read.split-needs-two')}</p>}
      {split.error && <Alert type="error" role="alert" title={sentence(split.error)} />}
    </Modal>
  )
}
