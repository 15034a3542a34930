import { Alert, Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { dayOf } from '../../../../../src/kernel/day.ts'
import { useOpenCycle } from '../../../api/review-cycles.ts'
import type { ListedReview, ReviewDetail } from '../../../api/review-model.ts'
import { formatPeriod } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import { focusOnOpen } from '../../../ui/focus-on-open.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { InstantField, instantOf } from '../parts/instant-field.tsx'
import '../../ledger/form/item-form.css'
import { quarterAfter, quarterBefore, quartersAround } from './quarters.ts'

interface Draft {
  period: string
  title: string
  heldAt: string | null
  speakerMinutes: number
  cutOn: string | null
}

interface OpenReviewDrawerProps {
  known: readonly ListedReview[]
  onClose: () => void
  onDone: (review: ReviewDetail) => void
}

/** Opens the review of a quarter: its meeting, and how long each speaker has. */
export function OpenReviewDrawer({ known, onClose, onDone }: OpenReviewDrawerProps) {
  const { t, locale } = useWords()
  const sentence = useProblemSentence()
  const open = useOpenCycle()
  const [form] = Form.useForm<Draft>()
  const today = dayOf(new Date(), 'Asia/Shanghai')
  const latest = known.map(({ period }) => period).toSorted()[known.length - 1]
  const period = latest ? quarterAfter(latest) : quarterBefore(today)
  const titleOf = (of: string) => t('cycle.title-proposed', { period: formatPeriod(locale, of) })
  const send = ({ period, title, heldAt, speakerMinutes, cutOn }: Draft) =>
    open.mutate(
      { period, title, heldAt: instantOf(heldAt!), speakerMinutes, ...(cutOn && { cutOn }) },
      { onSuccess: onDone },
    )
  const required = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Drawer
      open
      size={480}
      title={t('cycle.open')}
      onClose={onClose}
      afterOpenChange={focusOnOpen(() => form.getFieldInstance('period')?.focus())}
      footer={
        <div className="form-foot">
          {open.error && <Alert type="error" role="alert" title={sentence(open.error)} />}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button type="primary" loading={open.isPending} onClick={() => form.submit()}>
            {t('cycle.open')}
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ period, title: titleOf(period), heldAt: null, speakerMinutes: 10, cutOn: null }}
        onValuesChange={(changed: Partial<Draft>) =>
          changed.period && !form.isFieldTouched('title')
            ? form.setFieldValue('title', titleOf(changed.period))
            : undefined
        }
        onFinish={send}
      >
        <Form.Item name="period" label={t('cycle.column.period')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={quartersAround(today).map((each) => ({
              value: each,
              label: formatPeriod(locale, each),
              disabled: known.some((review) => review.period === each),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="title"
          label={t('cycle.field.title')}
          rules={required(t('cycle.field.title-missing'))}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="heldAt"
          label={t('cycle.column.held')}
          extra={t('cycle.field.held-note')}
          rules={[{ required: true, message: t('cycle.field.held-missing') }]}
        >
          <InstantField />
        </Form.Item>
        <div className="form-two">
          <Form.Item name="speakerMinutes" label={t('cycle.field.minutes')}>
            <InputNumber min={1} max={240} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="cutOn" label={t('cycle.field.cut')} extra={t('cycle.field.cut-note')}>
            <DayField />
          </Form.Item>
        </div>
      </Form>
    </Drawer>
  )
}
