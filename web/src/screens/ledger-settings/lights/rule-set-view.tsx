import { App, Button } from 'antd'
import { useState } from 'react'
import {
  type LightRuleSetState,
  useDeleteLightRules,
  useLedgerSettings,
  useSaveLedgerSettings,
} from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { EffectDialog } from '../effect-dialog.tsx'
import { LastChange } from '../last-change.tsx'
import { RuleSetFacts } from './rule-set-facts.tsx'

interface RuleSetViewProps {
  set: LightRuleSetState
  isReadOnly: boolean
  onEdit: () => void
  onCopy: () => void
  onRemoved: () => void
}

/** One rule set with its source, and what may be done with it. */
export function RuleSetView({ set, isReadOnly, onEdit, onCopy, onRemoved }: RuleSetViewProps) {
  const { t, locale } = useWords()
  const { modal, message } = App.useApp()
  const sentence = useProblemSentence()
  const remove = useDeleteLightRules()
  const [isPutting, setPutting] = useState(false)
  const { ruleSet, isShipped, isInForce, version } = set
  const name = ruleSet.name[locale === 'en' ? 'en' : 'zh']
  const askRemove = () =>
    modal.confirm({
      title: t('ledger-settings.remove-set', { name }),
      content: t('ledger-settings.remove-set-way'),
      okText: t('ledger-settings.remove'),
      cancelText: t('app.cancel'),
      onOk: () =>
        remove.mutateAsync({ key: ruleSet.key, version }).then(onRemoved, (error: unknown) => {
          message.error(sentence(error))
        }),
    })
  return (
    <article className="settings-box settings-set" aria-labelledby="settings-set-name">
      <header>
        <h2 id="settings-set-name">{name}</h2>
        {isInForce && <strong className="settings-in-force">{t('ledger-settings.in-force')}</strong>}
        {!isReadOnly && (
          <div className="settings-set-actions no-print">
            {!isInForce && (
              <Button type="primary" onClick={() => setPutting(true)}>
                {t('ledger-settings.put-in-force')}
              </Button>
            )}
            {!isShipped && <Button onClick={onEdit}>{t('ledger-settings.edit')}</Button>}
            <Button onClick={onCopy}>{t('ledger-settings.copy')}</Button>
            {!isShipped && !isInForce && <Button onClick={askRemove}>{t('ledger-settings.remove')}</Button>}
          </div>
        )}
      </header>
      <RuleSetFacts ruleSet={ruleSet} />
      {!isShipped && <LastChange of={set} />}
      {isPutting && <PutInForce name={name} ruleKey={ruleSet.key} onClose={() => setPutting(false)} />}
    </article>
  )
}

function PutInForce({ name, ruleKey, onClose }: { name: string; ruleKey: string; onClose: () => void }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const settings = useLedgerSettings()
  const save = useSaveLedgerSettings()
  const confirm = () => {
    if (!settings.data) return
    const { version, settings: now } = settings.data
    save.mutate(
      { version, settings: { ...now, lightRuleSet: ruleKey } },
      {
        onSuccess: () => {
          message.success(t('ledger-settings.now-in-force', { name }))
          onClose()
        },
      },
    )
  }
  return (
    <EffectDialog
      title={t('ledger-settings.put-set-in-force', { name })}
      asked={{ key: ruleKey }}
      confirm={t('ledger-settings.put-in-force')}
      isSaving={save.isPending}
      error={save.error}
      onConfirm={confirm}
      onClose={onClose}
      onReload={() => settings.refetch().then(onClose)}
    />
  )
}
