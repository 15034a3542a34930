import { Alert, App, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { Problem } from '../../../api/problem.ts'
import { type DocumentTemplate, type TemplateFault, useTemplateSteps } from '../../../api/review-templates.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useFileDrop } from '../../../ui/use-file-drop.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { ExamplePage } from './example-page.tsx'

interface ChangeTemplateDialogProps {
  template: DocumentTemplate
  onClose: () => void
}

/** Takes a Word file, shows what it makes of an example before anything is kept, and says every fault with its place. */
export function ChangeTemplateDialog({ template, onClose }: ChangeTemplateDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const { change, tryOut } = useTemplateSteps()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [example, setExample] = useState<string | null>(null)
  const name = t(`cycle.document.${template.kind}`)
  const take = (chosen: File | undefined) => {
    if (!chosen) return
    change.reset()
    setExample(null)
    setFile(chosen)
    tryOut.mutate({ kind: template.kind, file: chosen }, { onSuccess: setExample })
  }
  const isOver = useFileDrop(true, take)
  const choose = useRef<HTMLButtonElement>(null)
  const keep = () =>
    file &&
    change.mutate(
      { kind: template.kind, file },
      {
        onSuccess: () => {
          message.success(t('template.changed', { name }))
          onClose()
        },
      },
    )
  const error = change.error ?? tryOut.error
  return (
    <Modal
      open
      width={900}
      title={t('template.change-title', { name })}
      onCancel={onClose}
      afterOpenChange={focusOnOpen(() => choose.current?.focus())}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" disabled={example === null} loading={change.isPending} onClick={keep}>
            {t('template.take')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('template.change-note')}</p>
      <section
        className={`template-file ${isOver ? 'is-over' : ''}`}
        aria-label={t('template.file')}
        aria-live="polite"
      >
        <Button ref={choose} onClick={() => input.current?.click()}>
          {t('template.file')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".docx"
          data-testid="template-file"
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <span className={file ? undefined : 'soft'}>{file?.name ?? t('template.drop')}</span>
        {tryOut.isPending && <span className="soft">{t('template.trying')}</span>}
      </section>
      {error && <Faults error={error} />}
      {example !== null && (
        <>
          <p className="soft">{t('template.example-note')}</p>
          <ExamplePage html={example} />
        </>
      )}
    </Modal>
  )
}

function Faults({ error }: { error: Error }) {
  const { t, find } = useWords()
  const sentence = useProblemSentence()
  const { faults = [] } = (error instanceof Problem ? error.details : {}) as { faults?: TemplateFault[] }
  return (
    <Alert
      type="error"
      role="alert"
      title={faults.length > 0 ? t('template.faults', { count: faults.length }) : sentence(error)}
      description={
        faults.length > 0 && (
          <>
            <ul className="template-faults">
              {faults.map(({ kind, tag, near }) => (
                <li key={`${kind}${tag}${near}`}>
                  <code>{tag}</code> {find(`template.fault.${kind}`) ?? kind}
                  {near && <span className="soft"> {t('template.near', { near })}</span>}
                </li>
              ))}
            </ul>
            <p>{t('template.faults-way')}</p>
          </>
        )
      }
    />
  )
}
