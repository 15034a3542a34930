import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { ADMIN_ROLES } from '../../../../src/kernel/permissions.ts'
import { type AccountLine, useAccountSteps } from '../../api/accounts.ts'
import { useSingleSignOn } from '../../api/session.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { LinkDialog } from './link-dialog.tsx'

type Step =
  | 'edit'
  | 'holdings'
  | 'link'
  | 'password'
  | 'disable'
  | 'enable'
  | 'end-sessions'
  | 'unlock'
  | 'reset-second-factor'

const PERMISSION: Readonly<Record<Exclude<Step, 'edit' | 'holdings'>, string>> = {
  link: 'identity.manage-accounts',
  password: 'identity.manage-accounts',
  disable: 'identity.manage-accounts',
  enable: 'identity.manage-accounts',
  'end-sessions': 'identity.end-sessions',
  unlock: 'identity.secure-accounts',
  'reset-second-factor': 'identity.secure-accounts',
}

interface Props {
  account: AccountLine
  onEdit: () => void
  onHoldings: () => void
}

/** What the one who looks may do to an account; what is another administrator's part stands there with the reason. */
export function AccountMenu({ account, onEdit, onHoldings }: Props) {
  const { t } = useWords()
  const { modal, message } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const steps = useAccountSteps()
  const provider = useSingleSignOn()
  const [isLinking, setLinking] = useState(false)
  const { id, name } = account
  const onError = (error: unknown) => message.error(sentence(error))
  const tell = ({ outcome }: { outcome: 'done' | 'waiting' }) =>
    outcome === 'waiting' ? message.info(t('accounts.waits')) : message.success(t('accounts.done'))

  const run: Readonly<Record<Step, () => void>> = {
    edit: onEdit,
    holdings: onHoldings,
    link: () => setLinking(true),
    password: () =>
      steps.resetPassword.mutate(id, {
        onError,
        onSuccess: (answer) => {
          tell(answer)
          modal.success({
            title: t('accounts.password-once', { name }),
            content: <code className="accounts-password">{answer.password}</code>,
          })
        },
      }),
    disable: () => steps.step.mutate({ id, step: 'disable' }, { onError, onSuccess: tell }),
    enable: () => steps.step.mutate({ id, step: 'enable' }, { onError, onSuccess: tell }),
    'reset-second-factor': () =>
      steps.step.mutate({ id, step: 'reset-second-factor' }, { onError, onSuccess: tell }),
    'end-sessions': () =>
      steps.endSessions.mutate(id, {
        onError,
        onSuccess: ({ ended }) => message.success(t('accounts.sessions-ended', { count: ended })),
      }),
    unlock: () => steps.unlock.mutate(id, { onError, onSuccess: () => message.success(t('accounts.done')) }),
  }
  const isAdministrator = account.roles.some((role) => ADMIN_ROLES.some((each) => each === role))
  const shown: Step[] = [
    'edit',
    ...(isAdministrator ? [] : (['holdings'] as const)),
    ...(provider && !isAdministrator ? (['link'] as const) : []),
    'password',
    ...(account.secondFactorSince ? (['reset-second-factor'] as const) : []),
    ...(account.lockedMinutes > 0 ? (['unlock'] as const) : []),
    'end-sessions',
    account.isDisabled ? 'enable' : 'disable',
  ]
  const reasonOf = (step: Step) =>
    step === 'edit' || step === 'holdings' ? undefined : refusal(PERMISSION[step])
  const choose = (step: Step) => {
    if (step === 'edit' || step === 'holdings' || step === 'link') return run[step]()
    modal.confirm({
      title: t(`accounts.sure.${step}`, { name }),
      okText: t(`accounts.do.${step}`),
      onOk: run[step],
    })
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: shown.map((step) => {
            const reason = reasonOf(step)
            return {
              key: step,
              label: t(`accounts.do.${step}`),
              disabled: reason !== undefined,
              ...(reason ? { title: reason } : {}),
            }
          }),
          onClick: ({ key }) => choose(key as Step),
        }}
      >
        <Button size="small" aria-label={`${t('accounts.manage')} ${name}`}>
          {t('accounts.manage')}
        </Button>
      </Dropdown>
      {isLinking && provider && (
        <LinkDialog account={account} provider={provider} onClose={() => setLinking(false)} />
      )}
    </>
  )
}
