import { Alert, App, Button, Form, Input } from 'antd'
import { type OwnAccount, useChangePassword } from '../../api/account.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Values {
  currentPassword: string
  newPassword: string
  again: string
}

/** How old the password is, what a new one must be like, and the change. */
export function PasswordPanel({ account, onDone }: { account: OwnAccount; onDone?: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const change = useChangePassword()
  const [form] = Form.useForm<Values>()
  const { setAt, changeBy, rules } = account.password
  const save = ({ currentPassword, newPassword }: Values) =>
    change.mutate(
      { currentPassword, newPassword },
      {
        onSuccess: () => {
          form.resetFields()
          message.success(t('account.password-changed'))
          onDone?.()
        },
      },
    )
  const missing = { required: true, message: t('account.missing') }
  return (
    <section className="account-panel" aria-labelledby="password-heading">
      <h2 id="password-heading">{t('account.password')}</h2>
      <p className="soft">
        {changeBy
          ? t('account.password-set-due', { at: formatInstant(setAt), by: formatInstant(changeBy) })
          : t('account.password-set', { at: formatInstant(setAt) })}
      </p>
      <p className="soft">
        {t('account.password-rules', {
          length: rules.passwordLength,
          classes: rules.passwordClasses,
          phrase: rules.passphraseLength,
          former: rules.formerPasswords,
        })}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <input type="text" name="username" autoComplete="username" value={account.username} readOnly hidden />
        <Form.Item name="currentPassword" label={t('account.current-password')} rules={[missing]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="newPassword" label={t('account.new-password')} rules={[missing]}>
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('account.again')}
          dependencies={['newPassword']}
          rules={[
            missing,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                !value || value === getFieldValue('newPassword')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('account.not-the-same'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        {change.error && <Alert type="error" role="alert" title={sentence(change.error)} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('account.change-password')}
        </Button>
      </Form>
    </section>
  )
}
