import { Form, InputNumber, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'

interface LimitFieldsProps {
  name: 'signLimit' | 'firstReportLimit'
  legend: string
}

/** So many days from a day zero; a limit in working days may look at the hour of receipt. */
export function LimitFields({ name, legend }: LimitFieldsProps) {
  const { t } = useWords()
  return (
    <fieldset className="settings-limit">
      <legend>{legend}</legend>
      <Form.Item
        name={[name, 'count']}
        rules={[{ required: true, message: t('ledger.limit.count-missing') }]}
      >
        <InputNumber aria-label={t('ledger.limit.count')} min={1} max={3650} precision={0} />
      </Form.Item>
      <Form.Item name={[name, 'unit']}>
        <Select
          aria-label={t('ledger.limit.unit')}
          options={(['natural', 'working', 'month'] as const).map((value) => ({
            value,
            label: t(`ledger.limit.unit-${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'dayZero']}>
        <Select
          aria-label={t('ledger.limit.day-zero')}
          options={(['next-day', 'same-day'] as const).map((value) => ({
            value,
            label: t(`ledger.limit.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[name, 'cutoff']}>
        <Select
          aria-label={t('ledger.limit.cutoff')}
          options={[
            { value: null, label: t('ledger.limit.no-cutoff') },
            ...['12:00', '16:30', '17:00', '17:30', '18:00'].map((time) => ({
              value: time,
              label: t('ledger.limit.after', { time }),
            })),
          ]}
        />
      </Form.Item>
    </fieldset>
  )
}
