import { Alert, App, Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { type LightRuleSet, type LightRuleSetState, useSaveLightRules } from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { EffectDialog } from '../effect-dialog.tsx'
import { RuleFields } from './rule-fields.tsx'
import { draftOf, newRule, type RuleSetDraft, ruleSetOf } from './rule-set-draft.ts'

interface RuleSetEditorProps {
  set: LightRuleSetState
  /** A copy that is not stored yet: it takes a key of its own. */
  isNew: boolean
  taken: readonly string[]
  onClose: () => void
  onDone: (key: string) => void
}

/** Edits a rule set of the city's own; what it would do to the lights is shown before it is saved. */
export function RuleSetEditor({ set, isNew, taken, onClose, onDone }: RuleSetEditorProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const save = useSaveLightRules()
  const [form] = Form.useForm<RuleSetDraft>()
  const [asked, setAsked] = useState<LightRuleSet | null>(null)
  const draft = draftOf(set.ruleSet)
  const copied = {
    ...draft,
    key: '',
    name: { zh: t('ledger-settings.copy-of', { name: draft.name.zh }), en: '' },
  }
  const confirm = () => {
    if (!asked) return
    const { key, ...ruleSet } = asked
    save.mutate(
      { key, version: set.version, ruleSet },
      {
        onSuccess: ({ recounted }) => {
          message.success(t('ledger-settings.rules-saved', { recounted }))
          onDone(key)
        },
      },
    )
  }
  return (
    <Form
      className="settings-box settings-editor"
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={isNew ? copied : draft}
      scrollToFirstError
      onFinish={(fields) => setAsked(ruleSetOf({ ...draft, ...fields }, set.ruleSet))}
    >
      <h2>{isNew ? t('ledger-settings.new-set') : t('ledger-settings.edit-set', { name: draft.name.zh })}</h2>
      <NameFields isNew={isNew} taken={taken} />
      <Form.List name="rules">
        {(fields, { add, remove, move }) => (
          <fieldset className="settings-rule-fields">
            <legend>{t('ledger-settings.rules')}</legend>
            <p className="soft">{t('ledger-settings.gravest')}</p>
            <ol>
              {fields.map(({ key, name }) => (
                <RuleFields
                  key={key}
                  at={name}
                  count={fields.length}
                  onMove={(by) => move(name, name + by)}
                  onRemove={() => remove(name)}
                />
              ))}
            </ol>
            {fields.length < 20 && (
              <Button onClick={() => add(newRule())}>{t('ledger-settings.add-rule')}</Button>
            )}
          </fieldset>
        )}
      </Form.List>
      <SourceFields />
      {!set.isInForce && (
        <Alert className="settings-alert" type="info" title={t('ledger-settings.not-in-force-yet')} />
      )}
      <div className="settings-foot">
        <span className="settings-last" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="primary" htmlType="submit">
          {t('ledger-settings.check-and-save')}
        </Button>
      </div>
      {asked && (
        <EffectDialog
          title={t('ledger-settings.effect-title')}
          asked={{ ruleSet: asked }}
          note={set.isInForce ? undefined : t('ledger-settings.effect-if')}
          confirm={t('app.save')}
          isSaving={save.isPending}
          error={save.error}
          onConfirm={confirm}
          onClose={() => setAsked(null)}
          onReload={() => onDone(set.ruleSet.key)}
        />
      )}
    </Form>
  )
}

function NameFields({ isNew, taken }: { isNew: boolean; taken: readonly string[] }) {
  const { t } = useWords()
  const required = { required: true, whitespace: true, message: t('ledger-settings.required') }
  return (
    <div className="settings-grid">
      <Form.Item name={['name', 'zh']} label={t('ledger-settings.name')} rules={[required]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['name', 'en']} label={t('ledger-settings.name-en')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="key"
        label={t('ledger-settings.key')}
        extra={isNew ? t('ledger-settings.key-note') : undefined}
        rules={[
          { required: true, message: t('ledger-settings.required') },
          { pattern: /^[a-z][a-z0-9-]{0,59}$/, message: t('ledger-settings.key-note') },
          {
            validator: (_, key: string) =>
              isNew && taken.includes(key)
                ? Promise.reject(new Error(t('ledger-settings.key-taken')))
                : Promise.resolve(),
          },
        ]}
      >
        <Input disabled={!isNew} />
      </Form.Item>
    </div>
  )
}

function SourceFields() {
  const { t } = useWords()
  const required = { required: true, whitespace: true, message: t('ledger-settings.required') }
  return (
    <fieldset className="settings-grid">
      <legend>{t('ledger-settings.source')}</legend>
      <Form.Item name={['source', 'title']} label={t('ledger-settings.source-title')} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name={['source', 'url']}
        label={t('ledger-settings.source-url')}
        rules={[{ type: 'url', message: t('ledger-settings.source-url-wrong') }]}
      >
        <Input placeholder="https://" />
      </Form.Item>
      <Form.Item name={['source', 'year']} label={t('ledger-settings.source-year')}>
        <InputNumber min={1990} max={2100} precision={0} />
      </Form.Item>
      <Form.Item
        className="settings-wide"
        name={['source', 'says', 'zh']}
        label={t('ledger-settings.says')}
        rules={[required]}
      >
        <Input.TextArea maxLength={400} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
      <Form.Item name={['source', 'says', 'en']} hidden>
        <Input />
      </Form.Item>
    </fieldset>
  )
}
