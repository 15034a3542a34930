import { App, Checkbox, Input, Modal, Alert as Notice, Select } from 'antd'
import { useState } from 'react'
import { ROLES } from '../../../../../src/kernel/permissions.ts'
import { type AlertRuleView, type DefineAlertRule, useAlertSteps } from '../../../api/alerts.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

/** Numbers that are written as decimals; the others are whole. */
const DECIMALS: readonly string[] = ['points', 'deviations', 'leastPoints']

/** Changes when a rule strikes, whom it tells, and whether it is on. */
export function RuleDialog({ rule: view, onClose }: { rule: AlertRuleView; onClose: () => void }) {
  const { t, locale } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const { cohorts } = useUnitIndex()
  const { define } = useAlertSteps()
  const { key: _, kind: __, ...given } = view.rule
  const [numbers, setNumbers] = useState<Record<string, string>>(() =>
    Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])),
  )
  const [isOn, setOn] = useState(view.isOn)
  const [role, setRole] = useState(view.owner.role)
  const [cohort, setCohort] = useState(view.watch.cohort)
  const isSound = Object.entries(numbers).every(([name, text]) =>
    DECIMALS.includes(name) ? /^\d{1,9}(\.\d{1,6})?$/.test(text) : /^\d{1,4}$/.test(text),
  )
  const save = () => {
    const typed = Object.fromEntries(
      Object.entries(numbers).map(([name, text]) => [name, DECIMALS.includes(name) ? text : Number(text)]),
    )
    const body: DefineAlertRule = {
      version: view.version,
      name: view.name,
      rule: { ...view.rule, ...typed } as DefineAlertRule['rule'],
      watch: { ...view.watch, cohort },
      isOn,
      ownerId: role === null ? view.owner.id : null,
      ownerRole: role,
    }
    define.mutate(
      { key: view.key, body },
      {
        onSuccess: () => {
          message.success(t('alert.rule-saved'))
          onClose()
        },
      },
    )
  }
  return (
    <Modal
      open
      title={view.name}
      okText={t('app.save')}
      okButtonProps={{ disabled: !isSound, loading: define.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className="rule-fields">
        {Object.entries(numbers).map(([name, text]) => (
          <div key={name}>
            <label htmlFor={`rule-${name}`}>{t(`alert.number.${name as 'periods'}`)}</label>
            <Input
              id={`rule-${name}`}
              inputMode="decimal"
              value={text}
              onChange={({ target }) => setNumbers((now) => ({ ...now, [name]: target.value.trim() }))}
            />
          </div>
        ))}
        <div>
          <label htmlFor="rule-cohort">{t('publications.cohort')}</label>
          <Select
            id="rule-cohort"
            style={{ width: '100%' }}
            value={cohort}
            options={cohorts.map(({ key, name, nameEn }) => ({
              value: key,
              label: (locale === 'en' && nameEn) || name,
            }))}
            onChange={setCohort}
          />
        </div>
        <div>
          <label htmlFor="rule-owner">{t('alert.told')}</label>
          <Select
            id="rule-owner"
            style={{ width: '100%' }}
            value={role}
            options={ROLES.map((each) => ({ value: each, label: t(`role.${each}`) }))}
            onChange={setRole}
          />
        </div>
      </div>
      <Checkbox checked={isOn} onChange={({ target }) => setOn(target.checked)}>
        {t('alert.rule-is-on')}
      </Checkbox>
      {define.error && <Notice type="error" role="alert" showIcon title={sentence(define.error)} />}
    </Modal>
  )
}
