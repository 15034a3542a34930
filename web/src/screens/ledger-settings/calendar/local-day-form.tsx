import { Button, Form, Input, Radio } from 'antd'
import type { LocalDay } from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'

interface LocalDayFormProps {
  year: number
  /** The day that was pointed at in the year. */
  picked: string | null
  onPut: (day: LocalDay) => void
}

/** A day off or worked otherwise than the country says, with its reason and document. */
export function LocalDayForm({ year, picked, onPut }: LocalDayFormProps) {
  const { t } = useWords()
  const [form] = Form.useForm<LocalDay>()
  const submit = (fields: LocalDay) => {
    onPut({ ...fields, reason: fields.reason.trim(), document: fields.document?.trim() ?? '' })
    form.resetFields()
    form.setFieldsValue({ day: '' })
  }
  return (
    <Form
      className="settings-local-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ day: picked, isWorkingDay: false, reason: '', document: '' }}
      onFinish={submit}
    >
      <h3>{t('ledger-settings.add-local-day')}</h3>
      <div className="settings-grid">
        <Form.Item
          name="day"
          label={t('ledger-settings.day')}
          rules={[
            { required: true, message: t('ledger-settings.required') },
            {
              validator: (_, day: string | null) =>
                !day || day.startsWith(String(year))
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('ledger-settings.day-other-year', { year }))),
            },
          ]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="isWorkingDay" label={t('ledger-settings.day-is')}>
          <Radio.Group
            options={[
              { value: false, label: t('ledger-settings.off') },
              { value: true, label: t('ledger-settings.worked') },
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={t('ledger-settings.reason')}
        rules={[{ required: true, whitespace: true, message: t('ledger-settings.required') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="document" label={t('ledger-settings.document')}>
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit">{t('ledger-settings.put-day')}</Button>
    </Form>
  )
}
