import { App, Form, Modal } from 'antd'
import type { ItemDetail } from '../../../api/item-model.ts'
import type { ItemStep } from '../../../api/item-steps.ts'
import { type StepTaking, type StepTarget, useTakeStep, versionSent } from '../../../api/item-steps.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { bodyOfDraft } from './body-of-draft.ts'
import type { StepDraft } from './step-form.ts'
import { STEP_FORMS } from './step-forms.ts'
import { StepRefusal } from './step-refusal.tsx'
import './step-dialog.css'

interface StepDialogProps {
  readonly item: ItemDetail
  readonly step: ItemStep
  readonly target?: StepTarget | undefined
  readonly onClose: () => void
}

/** Asks what a step needs, takes it, and says what the server refused; what was typed stays. Ctrl+Enter sends. */
export function StepDialog({ item, step, target, onClose }: StepDialogProps) {
  const { t, find } = useWords()
  const { message } = App.useApp()
  const take = useTakeStep(item.id)
  const [form] = Form.useForm<StepDraft>()
  const { Fields, initial, isGrave, width = 520 } = STEP_FORMS[step]
  const name = t(`step.${step}`)
  const send = (draft: StepDraft) => {
    const taking = {
      step,
      target,
      body: { ...bodyOfDraft(draft), ...versionSent(step, item.version) },
    } as unknown
    take.mutate(taking as StepTaking, {
      onSuccess: () => {
        message.success(t('item.step-taken', { number: item.number, step: name }))
        onClose()
      },
    })
  }
  return (
    <Modal
      open
      width={width}
      className="step-dialog"
      title={
        <>
          {name} <span className="soft figure">{item.number}</span>
        </>
      }
      okText={name}
      okButtonProps={{ loading: take.isPending, danger: isGrave ?? false }}
      onOk={() => form.submit()}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={focusOnOpen(focusFirstField)}
    >
      <p className="step-title">{item.title}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial?.(item) ?? {}}
        onFinish={send}
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
        }}
      >
        {Fields ? (
          <Fields item={item} target={target} />
        ) : (
          <p className="soft">{find(`step-note.${step}`)}</p>
        )}
        {take.error && <StepRefusal error={take.error} onReloaded={() => take.reset()} />}
      </Form>
    </Modal>
  )
}

/** Typing starts in the first field; a step without fields is confirmed by Enter. */
function focusFirstField(): void {
  const dialog = document.querySelector('.step-dialog')
  const field = dialog?.querySelector<HTMLElement>(
    'textarea, input:not([type="radio"], [type="file"], [hidden])',
  )
  const confirm = dialog?.querySelector<HTMLElement>('.ant-modal-footer .ant-btn:last-child')
  ;(field ?? confirm)?.focus()
}
