import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type Alert, useAlertSteps } from '../../../api/alerts.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { GatedButton } from '../../../ui/gated-button.tsx'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { DismissDialog } from './dismiss-dialog.tsx'
import { useOwnerWords } from './owner-select.tsx'

const MARKS = { open: '▲', item: '●', dismissed: '◇' } as const

/** What was found, whose it is, and what became of it: an item of the ledger by one click, or dismissed with a reason. */
export function AlertLine({ alert }: { alert: Alert }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()('indicators.alert')
  const { toLedger } = useAlertSteps()
  const ownerWords = useOwnerWords()
  const [dialog, setDialog] = useState<'dismiss' | 'assign'>()
  const { state, ruleName, owner, vintage, raisedAt, itemId, reason, changedBy, changedAt } = alert
  const facts = [
    ruleName,
    t('alert.owner', { role: ownerWords(owner) }),
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
                loading={toLedger.isPending}
                onClick={() =>
                  toLedger.mutate(alert, { onSuccess: () => void message.success(t('alert.item-made')) })
                }
              >
                {t('alert.make-item')}
              </Button>
              <Button onClick={() => setDialog('assign')}>{t('alert.assign')}</Button>
              <Button onClick={() => setDialog('dismiss')}>{t('alert.dismiss')}</Button>
            </>
          ))}
      </div>
      {dialog === 'dismiss' && <DismissDialog alert={alert} onClose={() => setDialog(undefined)} />}
      {dialog === 'assign' && <AssignDialog alert={alert} onClose={() => setDialog(undefined)} />}
    </li>
  )
}
