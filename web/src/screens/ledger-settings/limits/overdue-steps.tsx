import { Button, Form, InputNumber, Select } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'

const RECEIVERS = ['liaison', 'unit-leader', 'office', 'city-leader'] as const

/** So many working days past the deadline, these are told. */
export function OverdueSteps({ isReadOnly }: { isReadOnly: boolean }) {
  const { t } = useWords()
  return (
    <fieldset className="settings-steps">
      <legend>{t('ledger-settings.overdue-steps')}</legend>
      <Form.List name="overdueSteps">
        {(steps, { add, remove }) => (
          <>
            {steps.length === 0 && <p className="soft">{t('ledger-settings.no-steps')}</p>}
            <ol>
              {steps.map(({ key, name }) => (
                <li key={key}>
                  <span>{t('ledger-settings.overdue-from')}</span>
                  <Form.Item
                    name={[name, 'workingDays']}
                    rules={[{ required: true, message: t('ledger.limit.count-missing') }]}
                  >
                    <InputNumber
                      aria-label={t('ledger-settings.overdue-days', { step: name + 1 })}
                      min={0}
                      max={250}
                      precision={0}
                    />
                  </Form.Item>
                  <span>{t('ledger-settings.overdue-tell')}</span>
                  <Form.Item
                    className="settings-receivers"
                    name={[name, 'to']}
                    rules={[{ required: true, message: t('ledger-settings.nobody-told') }]}
                  >
                    <Select
                      mode="multiple"
                      aria-label={t('ledger-settings.overdue-receivers', { step: name + 1 })}
                      options={RECEIVERS.map((value) => ({
                        value,
                        label: t(`ledger-settings.receiver.${value}`),
                      }))}
                    />
                  </Form.Item>
                  {!isReadOnly && (
                    <Button onClick={() => remove(name)}>
                      {t('ledger-settings.remove')}
                      <span className="visually-hidden">
                        {t('ledger-settings.step-number', { step: name + 1 })}
                      </span>
                    </Button>
                  )}
                </li>
              ))}
            </ol>
            {!isReadOnly && steps.length < 10 && (
              <Button onClick={() => add({ workingDays: null, to: ['office'] })}>
                {t('ledger-settings.add-step')}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
