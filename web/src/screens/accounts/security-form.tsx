import { Alert, App, Form, InputNumber, Select } from 'antd'
import { type SecuritySettings, useAccountSteps, useSecuritySettings } from '../../api/accounts.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

/** The bounds are the server's (rules/security-settings.ts); here they keep the arrows inside. */
const NUMBERS = [
  ['passwordLength', 10, 64],
  ['passwordClasses', 1, 4],
  ['passphraseLength', 16, 100],
  ['passwordDays', 7, 730],
  ['formerPasswords', 0, 24],
  ['idleMinutes', 5, 720],
  ['sessionHours', 1, 24],
  ['tokenDays', 1, 730],
] as const

/** Rules for passwords, sessions, second factor and tokens: the security administrator's part. */
export function SecurityForm() {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const reason = useRefusalReason()('identity.secure-accounts')
  const { data, error, refetch } = useSecuritySettings()
  const { saveSettings } = useAccountSteps()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={6} />
  const save = (values: SecuritySettings) =>
    saveSettings.mutate(
      { ...values, passwordDays: values.passwordDays ?? null },
      { onSuccess: () => message.success(t('security.saved')) },
    )
  return (
    <Form
      className="security-form"
      layout="vertical"
      requiredMark={false}
      disabled={Boolean(reason)}
      initialValues={data}
      onFinish={save}
    >
      {NUMBERS.map(([name, min, max]) => (
        <Form.Item
          key={name}
          name={name}
          label={t(`security.${name}`)}
          rules={name === 'passwordDays' ? [] : [{ required: true, message: t('account.missing') }]}
        >
          <InputNumber min={min} max={max} precision={0} />
        </Form.Item>
      ))}
      <Form.Item name="secondFactor" label={t('security.secondFactor')}>
        <Select
          options={(['administrators', 'everyone'] as const).map((value) => ({
            value,
            label: t(`security.second-factor.${value}`),
          }))}
        />
      </Form.Item>
      <div className="security-save">
        {saveSettings.error && <Alert type="error" role="alert" title={sentence(saveSettings.error)} />}
        <GatedButton type="primary" htmlType="submit" reason={reason} loading={saveSettings.isPending}>
          {t('app.save')}
        </GatedButton>
      </div>
    </Form>
  )
}
