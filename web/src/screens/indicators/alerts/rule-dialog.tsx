import { App, Checkbox, Input, Modal, Alert as Notice, Select } from 'antd'
import { useState } from 'react'
import { useAlertSteps } from '../../../api/alerts.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { OwnerSelect } from './owner-select.tsx'
import { bodyOf, hasMeasure, RULE_KINDS, type RuleDraft, ruleFault, withKind } from './rule-draft.ts'
import { WatchFields } from './watch-fields.tsx'

interface RuleDialogProps {
  rule: RuleDraft
  isNew: boolean
  onClose: () => void
}

/** What a rule looks for and at what, whom it tells, and whether it is on. */
export function RuleDialog({ rule, isNew, onClose }: RuleDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { define } = useAlertSteps()
  const [draft, setDraft] = useState(rule)
  const set = (next: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...next }))
  const fault = ruleFault(draft)
  const save = () =>
    define.mutate(
      { key: draft.key, body: bodyOf(draft) },
      {
        onSuccess: () => {
          message.success(t('alert.rule-saved'))
          onClose()
        },
      },
    )
  return (
    <Modal
      open
      title={isNew ? t('alert.new-rule') : rule.name}
      okText={t('app.save')}
      okButtonProps={{ disabled: fault !== undefined, loading: define.isPending }}
      onOk={save}
      onCancel={onClose}
      width={560}
    >
      <div className="rule-fields">
        <div>
          <label htmlFor="rule-name">{t('alert.rule-name')}</label>
          <Input
            id="rule-name"
            maxLength={100}
            value={draft.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        </div>
        {isNew && (
          <>
            <div>
              <label htmlFor="rule-key">{t('composite.key')}</label>
              <Input
                id="rule-key"
                maxLength={63}
                placeholder={t('alert.key-example')}
                value={draft.key}
                onChange={({ target }) => set({ key: target.value.trim() })}
              />
            </div>
            <div>
              <label htmlFor="rule-kind">{t('alert.when')}</label>
              <Select
                id="rule-kind"
                style={{ width: '100%' }}
                value={draft.kind}
                options={RULE_KINDS.map((value) => ({ value, label: t(`alert.kind-name.${value}`) }))}
                onChange={(kind) => setDraft(withKind(draft, kind))}
              />
            </div>
          </>
        )}
        {Object.entries(draft.numbers).map(([name, text]) => (
          <div key={name}>
            <label htmlFor={`rule-${name}`}>{t(`alert.number.${name as 'periods'}`)}</label>
            <Input
              id={`rule-${name}`}
              inputMode="decimal"
              value={text}
              onChange={({ target }) => set({ numbers: { ...draft.numbers, [name]: target.value.trim() } })}
            />
          </div>
        ))}
        <WatchFields
          watch={draft.watch}
          hasMeasure={hasMeasure(draft.kind)}
          onChange={(watch) => set({ watch })}
        />
        <div>
          <label htmlFor="rule-owner">{t('alert.told')}</label>
          <OwnerSelect id="rule-owner" value={draft.owner} onChange={(owner) => set({ owner })} />
        </div>
      </div>
      <Checkbox checked={draft.isOn} onChange={({ target }) => set({ isOn: target.checked })}>
        {t('alert.rule-is-on')}
      </Checkbox>
      {fault && <p className="soft">{t(`alert.fault.${fault}`)}</p>}
      {define.error && <Notice type="error" role="alert" showIcon title={sentence(define.error)} />}
    </Modal>
  )
}
