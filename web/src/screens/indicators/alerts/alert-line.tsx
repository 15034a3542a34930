import { Link } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Alert, useAlertSteps } from '../../../api/alerts.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

const MARKS = { open: '▲', item: '●', dismissed: '◇' } as const

/** What was found, whose it is, and what became of it: an item of the ledger by one click, or dismissed with a reason. */
export function AlertLine({ alert }: { alert: Alert }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()('indicators.alert')
  const { toLedger } = useAlertSteps()
  const [isDismissing, setDismissing] = useState(false)
  const { state, ruleName, owner, vintage, raisedAt, itemId, reason, changedBy, changedAt } = alert
  const facts = [
    ruleName,
    owner.role ? t('alert.owner', { role: t(`role.${owner.role}`) }) : t('alert.owner-person'),
    t('vintage.number', { number: vintage }),
    formatInstant(raisedAt),
  ]
  return (
    <li className={`alert is-${state}`}>
      <div>
        <p className="alert-head">
          <span className={`alert-state is-${state}`}>
            <span aria-hidden="true">{MARKS[state]}</span> {t(`alert.state.${state}`)}
          </span>
          <strong>{alert.sentence}</strong>
        </p>
        <p className="soft">
          <Link to="/indicators/$code" params={{ code: alert.indicator }} search={{ period: alert.period }}>
            {alert.indicatorName}
          </Link>{' '}
          {facts.join(' · ')}
        </p>
        {state === 'dismissed' && (
          <p>{t('alert.dismissed-by', { by: changedBy, at: formatInstant(changedAt), reason })}</p>
        )}
        {toLedger.error && (
          <p className="work-fault" role="alert">
            {sentence(toLedger.error)}
          </p>
        )}
      </div>
      <div className="alert-steps no-print">
        {itemId && (
          <Link to="/ledger/items/$itemId" params={{ itemId }}>
            {t('alert.to-item')}
          </Link>
        )}
        {state === 'open' &&
          (refusal ? (
            <GatedButton reason={refusal}>{t('alert.make-item')}</GatedButton>
          ) : (
            <>
              <Button
                type="primary"
                loading={toLedger.isPending}
                onClick={() =>
                  toLedger.mutate(alert, { onSuccess: () => void message.success(t('alert.item-made')) })
                }
              >
                {t('alert.make-item')}
              </Button>
              <Button onClick={() => setDismissing(true)}>{t('alert.dismiss')}</Button>
            </>
          ))}
      </div>
      {isDismissing && <DismissDialog alert={alert} onClose={() => setDismissing(false)} />}
    </li>
  )
}

function DismissDialog({ alert, onClose }: { alert: Alert; onClose: () => void }) {
  const { t } = useWords()
  const sentence = useProblemSentence()
  const { dismiss } = useAlertSteps()
  const [reason, setReason] = useState('')
  const { id, version } = alert
  return (
    <Modal
      open
      title={t('alert.dismiss-title')}
      okText={t('alert.dismiss')}
      okButtonProps={{ disabled: reason.trim() === '', loading: dismiss.isPending }}
      onOk={() => dismiss.mutate({ id, version, reason: reason.trim() }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <p>{alert.sentence}</p>
      <label htmlFor="dismiss-reason">{t('alert.reason')}</label>
      <Input.TextArea
        id="dismiss-reason"
        autoFocus
        rows={2}
        maxLength={500}
        placeholder={t('alert.reason-example')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {dismiss.error && (
        <p className="work-fault" role="alert">
          {sentence(dismiss.error)}
        </p>
      )}
    </Modal>
  )
}
