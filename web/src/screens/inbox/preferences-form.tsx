import { Alert, App, Button, Checkbox, Form, Input, Radio } from 'antd'
import { useInboxPreferences, useSaveInboxPreferences } from '../../api/inbox.ts'
import type { InboxPreferences, SavePreferences } from '../../api/model.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** How the person wants to be told by mail. */
export function PreferencesForm() {
  const { data, error, refetch } = useInboxPreferences()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  return data ? <Fields kept={data} /> : <LoadingLines lines={6} />
}

function Fields({ kept }: { kept: InboxPreferences }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const save = useSaveInboxPreferences()
  const [form] = Form.useForm<SavePreferences>()
  const isMailOn = Form.useWatch('isMailOn', form) ?? kept.isMailOn
  const time = { pattern: TIME, message: t('inbox.hours-malformed') }
  const submit = (chosen: SavePreferences) => {
    const address = chosen.address?.trim() || null
    save.mutate({ ...chosen, address }, { onSuccess: () => void message.success(t('inbox.saved')) })
  }
  const { isMailAvailable, ...initial } = kept
  return (
    <Form
      className="inbox-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={submit}
    >
      <h2>{t('inbox.mail')}</h2>
      {!isMailAvailable && <Alert type="info" title={t('inbox.mail-unavailable')} />}
      <Form.Item name="isMailOn" valuePropName="checked">
        <Checkbox disabled={!isMailAvailable && !kept.isMailOn}>{t('inbox.mail-on')}</Checkbox>
      </Form.Item>
      <Form.Item
        name="address"
        label={t('inbox.address')}
        rules={[{ required: isMailOn, message: t('inbox.address-missing') }]}
      >
        <Input type="email" autoComplete="email" />
      </Form.Item>
      <Form.Item name="digest" label={t('inbox.digest')}>
        <Radio.Group
          options={[
            { value: 'daily', label: t('inbox.digest-daily') },
            { value: 'each', label: t('inbox.digest-each') },
          ]}
        />
      </Form.Item>
      <Form.Item label={t('inbox.hours')} extra={t('inbox.hours-note')}>
        <span className="inbox-hours">
          <Form.Item name={['hours', 'from']} rules={[time]} noStyle>
            <Input aria-label={t('inbox.hours-from')} />
          </Form.Item>
          <span aria-hidden="true">–</span>
          <Form.Item name={['hours', 'until']} rules={[time]} noStyle>
            <Input aria-label={t('inbox.hours-until')} />
          </Form.Item>
        </span>
      </Form.Item>
      <Form.Item name="locale" label={t('inbox.mail-language')}>
        <Radio.Group
          options={[
            { value: 'zh-CN', label: t('inbox.language.zh-CN') },
            { value: 'en', label: t('inbox.language.en') },
          ]}
        />
      </Form.Item>
      {save.error && <Alert type="error" role="alert" title={sentence(save.error)} />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('app.save')}
      </Button>
    </Form>
  )
}
