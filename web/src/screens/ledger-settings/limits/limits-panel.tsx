import { Alert, App, Button, Checkbox, Form, InputNumber, Select } from 'antd'
import {
  type LedgerSettings,
  useLedgerSettings,
  useSaveLedgerSettings,
} from '../../../api/ledger-settings.ts'
import { isConflict } from '../../../api/problem.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { LastChange } from '../last-change.tsx'
import { LimitFields } from './limit-fields.tsx'
import { OverdueSteps } from './overdue-steps.tsx'

type Fields = LedgerSettings['settings']

/** Limits, reports and reminders. */
export function LimitsPanel({ isReadOnly }: { isReadOnly: boolean }) {
  const { data, error, refetch } = useLedgerSettings()
  if (error && !data) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={10} />
  return <LimitsForm key={data.version} kept={data} isReadOnly={isReadOnly} onReload={refetch} />
}

interface LimitsFormProps {
  kept: LedgerSettings
  isReadOnly: boolean
  onReload: () => void
}

function LimitsForm({ kept, isReadOnly, onReload }: LimitsFormProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const save = useSaveLedgerSettings()
  const [form] = Form.useForm<Fields>()
  const submit = (fields: Fields) => {
    const remindDaysBefore = [...fields.remindDaysBefore].map(Number).sort((a, b) => b - a)
    const settings = { ...kept.settings, ...fields, remindDaysBefore }
    save.mutate(
      { version: kept.version, settings },
      { onSuccess: () => void message.success(t('ledger-settings.saved')) },
    )
  }
  return (
    <Form
      className="settings-limits"
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={isReadOnly}
      initialValues={kept.settings}
      onFinish={submit}
    >
      <section className="settings-box" aria-labelledby="settings-signing">
        <h2 id="settings-signing">{t('ledger-settings.limits')}</h2>
        <p className="soft">{t('ledger-settings.limits-note')}</p>
        <LimitFields name="signLimit" legend={t('ledger-settings.sign-limit')} />
        <LimitFields name="firstReportLimit" legend={t('ledger-settings.first-report-limit')} />
      </section>
      <section className="settings-box" aria-labelledby="settings-reports">
        <h2 id="settings-reports">{t('ledger-settings.reports')}</h2>
        <div className="settings-line">
          <label htmlFor="settings-report-day">{t('ledger-settings.report-day')}</label>
          <Form.Item
            name="reportDay"
            rules={[{ required: true, message: t('ledger.limit.count-missing') }]}
            noStyle
          >
            <InputNumber id="settings-report-day" min={1} max={28} precision={0} />
          </Form.Item>
          <span>{t('ledger-settings.report-day-unit')}</span>
        </div>
        <Form.Item name="needsEvidence" valuePropName="checked" noStyle>
          <Checkbox>{t('ledger-settings.needs-evidence')}</Checkbox>
        </Form.Item>
      </section>
      <section className="settings-box" aria-labelledby="settings-reminders">
        <h2 id="settings-reminders">{t('ledger-settings.reminders')}</h2>
        <Form.Item
          name="remindDaysBefore"
          label={t('ledger-settings.remind-days')}
          extra={t('ledger-settings.remind-days-note')}
        >
          <Select
            mode="multiple"
            maxCount={5}
            options={REMIND_DAYS.map((days) => ({
              value: days,
              label:
                days === 0 ? t('ledger-settings.on-the-day') : t('ledger-settings.days-before', { days }),
            }))}
          />
        </Form.Item>
        <OverdueSteps isReadOnly={isReadOnly} />
      </section>
      {save.error && (
        <Alert
          className="settings-alert"
          type="error"
          role="alert"
          title={sentence(save.error)}
          action={isConflict(save.error) && <Button onClick={onReload}>{t('app.reload')}</Button>}
        />
      )}
      <div className="settings-foot">
        <LastChange of={kept} />
        {!isReadOnly && (
          <>
            <Button onClick={() => form.resetFields()}>{t('ledger-settings.undo')}</Button>
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('app.save')}
            </Button>
          </>
        )}
      </div>
    </Form>
  )
}

const REMIND_DAYS = [0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60]
