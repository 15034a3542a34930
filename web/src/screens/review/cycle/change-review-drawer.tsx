import { Alert, Button, Drawer, Form, Input, InputNumber } from 'antd'
import { isConflict } from '../../../api/problem.ts'
import { useCycleSteps, useRefreshReviews } from '../../../api/review-cycles.ts'
import type { ReviewDetail } from '../../../api/review-model.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { InstantField, instantOf } from '../parts/instant-field.tsx'
import '../../ledger/form/item-form.css'

interface Draft {
  title: string
  heldAt: string
  cutOn: string
  speakerMinutes: number
}

/** Changes title, time and cut-off of a review that is still collected; once it is frozen, only when it is held. */
export function ChangeReviewDrawer({ review, onClose }: { review: ReviewDetail; onClose: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const refresh = useRefreshReviews()
  const { change } = useCycleSteps(review.id)
  const [form] = Form.useForm<Draft>()
  const { title, cutOn, speakerMinutes, version } = review
  const send = (draft: Draft) =>
    change.mutate({ ...draft, version, heldAt: instantOf(draft.heldAt) }, { onSuccess: onClose })
  const isOpen = review.stage === 'collecting'
  const reload = () => {
    refresh()
    onClose()
  }
  return (
    <Drawer
      open
      size={480}
      title={t('cycle.change')}
      onClose={onClose}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('title')?.focus())}
      footer={
        <div className="form-foot">
          {change.error && (
            <Alert
              type="error"
              role="alert"
              title={sentence(change.error)}
              action={
                isConflict(change.error) ? <Button onClick={reload}>{t('app.reload')}</Button> : undefined
              }
            />
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
            {t('app.save')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title, cutOn, speakerMinutes, heldAt: formatInstant(review.heldAt) }}
        onFinish={send}
      >
        {isOpen && (
          <Form.Item
            name="title"
            label={t('cycle.field.title')}
            rules={[{ required: true, whitespace: true, message: t('cycle.field.title-missing') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
        <Form.Item
          name="heldAt"
          label={t('cycle.column.held')}
          extra={t('cycle.field.held-note')}
          rules={[{ required: true, message: t('cycle.field.held-missing') }]}
        >
          <InstantField />
        </Form.Item>
        {isOpen && (
          <div className="form-two">
            <Form.Item name="speakerMinutes" label={t('cycle.field.minutes')}>
              <InputNumber min={1} max={240} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item
              name="cutOn"
              label={t('cycle.field.cut')}
              rules={[{ required: true, message: t('cycle.field.cut-missing') }]}
            >
              <DayField />
            </Form.Item>
          </div>
        )}
      </Form>
    </Drawer>
  )
}
