import { Button } from 'antd'
import { useState } from 'react'
import type { OwnAccount } from '../../api/account.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ProofDialog } from './proof-dialog.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SetUpSteps } from './set-up-steps.tsx'

/** Whether a second factor is set up, and the steps to set it up, renew its codes and remove it. */
export function SecondFactorPanel({ account, onDone }: { account: OwnAccount; onDone?: () => void }) {
  const { t } = useWords()
  const { since, isForced, recoveryCodesLeft } = account.secondFactor
  const [doing, setDoing] = useState<'set-up' | 'renew' | 'remove'>()
  const [codes, setCodes] = useState<readonly string[]>()
  const close = () => setDoing(undefined)
  if (codes) {
    const end = () => {
      setCodes(undefined)
      onDone?.()
    }
    return (
      <section className="account-panel" aria-labelledby="factor-heading">
        <h2 id="factor-heading">{t('account.recovery-codes')}</h2>
        <RecoveryCodes codes={codes} username={account.username} onKept={end} />
      </section>
    )
  }
  const state = since
    ? t('account.factor-since', { at: formatInstant(since), left: recoveryCodesLeft })
    : t('account.no-factor')
  return (
    <section className="account-panel" aria-labelledby="factor-heading">
      <h2 id="factor-heading">{t('account.second-factor')}</h2>
      <p className={since ? 'soft' : undefined}>{state}</p>
      {isForced && <p className="soft">{t('account.factor-forced')}</p>}
      {doing === 'set-up' ? (
        <SetUpSteps
          hasFactor={since !== null}
          onCodes={(made) => {
            close()
            setCodes(made)
          }}
          onCancel={close}
        />
      ) : (
        <div className="account-buttons">
          <Button type={since ? 'default' : 'primary'} onClick={() => setDoing('set-up')}>
            {since ? t('account.factor-replace') : t('account.factor-set-up')}
          </Button>
          {since && <Button onClick={() => setDoing('renew')}>{t('account.renew-codes')}</Button>}
          {since && !isForced && (
            <Button danger onClick={() => setDoing('remove')}>
              {t('account.factor-remove')}
            </Button>
          )}
        </div>
      )}
      {(doing === 'renew' || doing === 'remove') && (
        <ProofDialog
          what={doing}
          onClose={close}
          onCodes={(made) => {
            close()
            setCodes(made)
          }}
        />
      )}
    </section>
  )
}
