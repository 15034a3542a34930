import { Alert, Button, Modal } from 'antd'
import { useEffect } from 'react'
import { type PreviewLights, usePreviewLights } from '../../api/ledger-settings.ts'
import { isConflict } from '../../api/problem.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { EffectFigures } from './effect-figures.tsx'

interface EffectDialogProps {
  title: string
  /** What would be in force; the effect is counted when the dialog opens. */
  asked: PreviewLights
  /** What the counts are of, where they are not of what is saved at once. */
  note?: string | undefined
  confirm: string
  isSaving: boolean
  /** The refusal of the save, if there was one. */
  error: unknown
  onConfirm: () => void
  onClose: () => void
  /** Takes what stands now, after somebody else was first. */
  onReload: () => void
}

/** How many lights a change would turn, before it is made. */
export function EffectDialog(props: EffectDialogProps) {
  const { title, asked, note, confirm, isSaving, error, onConfirm, onClose, onReload } = props
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { mutate, data, error: refusal } = usePreviewLights()
  // Counted once, of what was asked when the dialog opened.
  useEffect(() => mutate(asked), [mutate])
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          {isConflict(error) ? (
            <Button type="primary" onClick={onReload}>
              {t('app.reload')}
            </Button>
          ) : (
            <Button
              type="primary"
              disabled={!data || data.faults.length > 0}
              loading={isSaving}
              onClick={onConfirm}
            >
              {confirm}
            </Button>
          )}
        </>
      }
    >
      {note && <p className="soft settings-effect-note">{note}</p>}
      {refusal ? (
        <Alert type="error" role="alert" title={sentence(refusal)} />
      ) : data ? (
        <EffectFigures effect={data} />
      ) : (
        <LoadingLines lines={3} />
      )}
      {error !== null && error !== undefined && (
        <Alert className="settings-effect-refusal" type="error" role="alert" title={sentence(error)} />
      )}
    </Modal>
  )
}
