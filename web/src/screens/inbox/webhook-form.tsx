import { Alert, App, Button, Checkbox, Form, Input } from 'antd'
import { useSaveWebhook, useWebhook } from '../../api/inbox.ts'
import type { Webhook } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Draft {
  isOn: boolean
  address?: string
  secret?: string
}

/** Where the city's own systems are told; for officers. */
export function WebhookForm() {
  const { data, error, refetch } = useWebhook()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  return data ? <Fields kept={data} /> : <LoadingLines lines={4} />
}

function Fields({ kept }: { kept: Webhook }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const save = useSaveWebhook()
  const [form] = Form.useForm<Draft>()
  const submit = ({ isOn, address, secret }: Draft) =>
    save.mutate(
      { isOn, kinds: kept.kinds, ...(address ? { address } : {}), ...(secret ? { secret } : {}) },
      {
        onSuccess: () => {
          form.resetFields(['address', 'secret'])
          message.success(t('inbox.webhook-saved'))
        },
      },
    )
  return (
    <Form
      className="inbox-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ isOn: kept.isOn }}
      onFinish={submit}
    >
      <h2>{t('inbox.webhook')}</h2>
      <p className="soft">{t('inbox.webhook-note')}</p>
      <Form.Item name="isOn" valuePropName="checked">
        <Checkbox>{t('inbox.webhook-on')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="address"
        label={t('inbox.webhook-address')}
        {...(kept.address ? { extra: t('inbox.webhook-address-kept', { address: kept.address }) } : {})}
      >
        <Input type="url" placeholder="https://" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('inbox.webhook-secret')}
        rules={[{ min: 16, message: t('inbox.webhook-secret-short') }]}
        {...(kept.hasSecret ? { extra: t('inbox.webhook-secret-kept') } : {})}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {save.error && <Alert type="error" role="alert" title={sentence(save.error)} />}
      <Button htmlType="submit" loading={save.isPending}>
        {t('app.save')}
      </Button>
    </Form>
  )
}
