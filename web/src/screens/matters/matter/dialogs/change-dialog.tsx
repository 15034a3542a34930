import { Alert, App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../../../../../src/kernel/day.ts'
import { type ChangeMatter, type MatterDetail, useMatterSteps } from '../../../../api/matters.ts'
import { isConflict } from '../../../../api/problem.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { DayField } from '../../../../ui/day-field.tsx'
import { focusOnOpen } from '../../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { MatterConflict } from './matter-conflict.tsx'

interface Draft {
  title?: string
  on?: string | null
  reason?: string
}

interface ChangeDialogProps {
  of: 'name' | 'settle'
  matter: MatterDetail
  onClose: () => void
}

/** Names a matter, or says that it is done with; whoever was overtaken sees both texts and says which is to stand. */
export function ChangeDialog({ of, matter, onClose }: ChangeDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { change, reload } = useMatterSteps(matter.id)
  const [theirs, setTheirs] = useState<MatterDetail | null>(null)
  const [form] = Form.useForm<Draft>()
  // The version that was read when the dialog opened: what comes in behind it is somebody else's.
  const [{ version, settled }] = useState(matter)
  const send = (body: Omit<ChangeMatter, 'version'>, against = version) =>
    change.mutate(
      { ...body, version: against },
      {
        onSuccess: () => {
          message.success(t('matter.saved'))
          onClose()
        },
        onError: async (error) => {
          if (isConflict(error)) setTheirs(await reload())
        },
      },
    )
  const bodyOf = ({ title, on, reason }: Draft): Omit<ChangeMatter, 'version'> =>
    of === 'name' ? { title: title?.trim() || null } : { settled: { on: on!, reason: reason!.trim() } }
  const required = (words: string) => [{ required: true, whitespace: true, message: words }]
  const takeBack = of === 'settle' && settled !== null
  return (
    <Modal
      open
      title={t(of === 'name' ? 'matter.rename' : 'matter.settle')}
      onCancel={onClose}
      mask={{ closable: false }}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance(of === 'name' ? 'title' : 'reason')?.focus())}
      footer={
        <>
          {takeBack && (
            <Button className="dialog-left" onClick={() => send({ settled: null })}>
              {t('matter.unsettle')}
            </Button>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          {!theirs && (
            <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
              {t('app.save')}
            </Button>
          )}
        </>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          title: matter.isTitled ? matter.title : '',
          on: settled?.on ?? dayOf(new Date(), 'Asia/Shanghai'),
          reason: settled?.reason ?? '',
        }}
        onFinish={(draft) => send(bodyOf(draft), theirs?.version)}
      >
        {of === 'name' ? (
          <Form.Item name="title" label={t('matter.name')} extra={t('matter.name-note')}>
            <Input maxLength={200} placeholder={matter.isTitled ? '' : matter.title} />
          </Form.Item>
        ) : (
          <>
            <p className="soft dialog-note">{t('matter.settle-note')}</p>
            <Form.Item
              name="on"
              label={t('matter.settled-on')}
              rules={required(t('matter.settled-on-missing'))}
            >
              <DayField />
            </Form.Item>
            <Form.Item name="reason" label={t('cycle.reason')} rules={required(t('cycle.reason-missing'))}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
            </Form.Item>
          </>
        )}
      </Form>
      {theirs ? (
        <MatterConflict of={of} theirs={theirs} onTheirs={onClose} onMine={() => form.submit()} />
      ) : (
        change.error && <Alert type="error" role="alert" title={sentence(change.error)} />
      )}
    </Modal>
  )
}
