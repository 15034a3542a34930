import { Alert, Form, Input, InputNumber, Modal, Select, Typography } from 'antd'
import { type NewToken, useTokenSteps } from '../../api/account.ts'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Props {
  grantable: readonly { permission: string; words: string }[]
  hasFactor: boolean
  mostDays: number
  onClose: () => void
}

/** A new token: its name, what it may do, for how long; then the token itself, this once. */
export function TokenDialog({ grantable, hasFactor, mostDays, onClose }: Props) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { create } = useTokenSteps()
  const [form] = Form.useForm<NewToken>()
  const missing = { required: true, message: t('account.missing') }
  const token = create.data?.token
  return (
    <Modal
      open
      title={t('account.new-token')}
      okText={token ? t('account.token-kept') : t('account.make-token')}
      okButtonProps={{ loading: create.isPending }}
      {...(token ? { cancelButtonProps: { style: { display: 'none' } } } : {})}
      onOk={token ? onClose : form.submit}
      onCancel={onClose}
      width={520}
    >
      {token ? (
        <>
          <p>{t('account.token-once')}</p>
          <Typography.Paragraph copyable code className="account-secret">
            {token}
          </Typography.Paragraph>
        </>
      ) : (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ days: Math.min(90, mostDays) }}
          onFinish={(values) => create.mutate(values)}
        >
          <Form.Item name="name" label={t('account.token-name')} rules={[missing]}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="permissions" label={t('account.token-scope')} rules={[missing]}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={grantable.map(({ permission, words }) => ({ value: permission, label: words }))}
            />
          </Form.Item>
          <Form.Item name="days" label={t('account.token-days', { most: mostDays })} rules={[missing]}>
            <InputNumber min={1} max={mostDays} precision={0} />
          </Form.Item>
          <Form.Item name="password" label={t('account.current-password')} rules={[missing]}>
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          {hasFactor && (
            <Form.Item name="code" label={t('account.present-code')} rules={[missing]}>
              <Input autoComplete="one-time-code" maxLength={40} />
            </Form.Item>
          )}
        </Form>
      )}
      {create.error && <Alert type="error" role="alert" title={sentence(create.error)} />}
    </Modal>
  )
}
