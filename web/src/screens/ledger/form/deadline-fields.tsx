import { Form, InputNumber, Radio, Select } from 'antd'
import limitDefaults from '../../../../../src/modules/ledger/rules/clock/limit-defaults.json' with {
  type: 'json',
}
import { useWords } from '../../../i18n/use-words.ts'
import { DayField } from '../../../ui/day-field.tsx'
import type { ItemDraft } from './item-draft.ts'

/** A deadline as a day, or as a limit that runs from the day of dispatch; usual limits can be taken over with their source. */
export function DeadlineFields({ isLocked }: { isLocked: boolean }) {
  const { t } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const by = Form.useWatch('deadlineBy', form)
  return (
    <fieldset className="form-group-line" disabled={isLocked}>
      <legend>{t('ledger.column.due')}</legend>
      <Form.Item name="deadlineBy" noStyle>
        <Radio.Group disabled={isLocked}>
          <Radio value="day">{t('ledger.deadline.day')}</Radio>
          <Radio value="limit">{t('ledger.deadline.limit')}</Radio>
        </Radio.Group>
      </Form.Item>
      {by === 'limit' ? (
        <LimitFields isLocked={isLocked} />
      ) : (
        <Form.Item name="dueOn" className="form-short">
          <DayField label={t('ledger.column.due')} disabled={isLocked} />
        </Form.Item>
      )}
    </fieldset>
  )
}

function LimitFields({ isLocked }: { isLocked: boolean }) {
  const { t, locale } = useWords()
  const form = Form.useFormInstance<ItemDraft>()
  const language = locale === 'en' ? 'en' : 'zh'
  const usual = Object.entries(limitDefaults).map(([value, { name, source }]) => ({
    value,
    label: name[language],
    title: source.title,
  }))
  const takeOver = (key: string) => {
    const { limit } = limitDefaults[key as keyof typeof limitDefaults]
    form.setFieldValue('timeLimit', limit)
  }
  return (
    <div className="form-limit">
      <Form.Item
        name={['timeLimit', 'count']}
        rules={[{ required: true, message: t('ledger.limit.count-missing') }]}
      >
        <InputNumber
          aria-label={t('ledger.limit.count')}
          min={1}
          max={3650}
          precision={0}
          disabled={isLocked}
        />
      </Form.Item>
      <Form.Item name={['timeLimit', 'unit']}>
        <Select
          aria-label={t('ledger.limit.unit')}
          disabled={isLocked}
          options={(['natural', 'working', 'month'] as const).map((value) => ({
            value,
            label: t(`ledger.limit.unit-${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={['timeLimit', 'dayZero']}>
        <Select
          aria-label={t('ledger.limit.day-zero')}
          disabled={isLocked}
          options={(['next-day', 'same-day'] as const).map((value) => ({
            value,
            label: t(`ledger.limit.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={['timeLimit', 'cutoff']}>
        <Select
          aria-label={t('ledger.limit.cutoff')}
          disabled={isLocked}
          options={[
            { value: null, label: t('ledger.limit.no-cutoff') },
            ...['12:00', '16:30', '17:00', '17:30', '18:00'].map((time) => ({
              value: time,
              label: t('ledger.limit.after', { time }),
            })),
          ]}
        />
      </Form.Item>
      <Select
        className="form-usual"
        aria-label={t('ledger.limit.usual')}
        placeholder={t('ledger.limit.usual')}
        disabled={isLocked}
        value={null}
        options={usual}
        popupMatchSelectWidth={false}
        onChange={takeOver}
      />
    </div>
  )
}
