import type { AccountLine } from '../../api/accounts.ts'
import { useUnitIndex } from '../../api/units.ts'
import { formatInstant } from '../../i18n/format.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useHeldWords } from '../roles/use-role-name.ts'
import { AccountMenu } from './account-menu.tsx'

interface Props {
  accounts: readonly AccountLine[]
  ownId: string
  onEdit: (account: AccountLine) => void
  onHoldings: (account: AccountLine) => void
}

/** One line an account: who, which rights, how safe, when last here, and what can be done. */
export function AccountTable({ accounts, ownId, onEdit, onHoldings }: Props) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const heldWords = useHeldWords()
  const columns: Column<AccountLine>[] = [
    {
      key: 'username',
      title: t('accounts.username'),
      width: '130px',
      cell: ({ username }) => <code>{username}</code>,
    },
    {
      key: 'name',
      title: t('accounts.name'),
      isMain: true,
      cell: (account) => (
        <>
          {account.name}
          <AccountState account={account} />
        </>
      ),
    },
    { key: 'unit', title: t('accounts.unit'), cell: ({ unitId }) => nameOf(unitId) ?? '' },
    {
      key: 'roles',
      title: t('accounts.roles'),
      cell: ({ roles, held, unitId }) => {
        // At the account's own unit the unit stands in its column already.
        const work = held.map((each) => heldWords(each.unitId === unitId ? { ...each, unitId: null } : each))
        const all = work.length > 0 ? work : roles.map((role) => t(`role.${role}`))
        return all.length > 0 ? all.join(t('app.list-separator')) : t('accounts.no-role')
      },
    },
    {
      key: 'factor',
      title: t('accounts.second-factor'),
      width: '96px',
      cell: ({ secondFactorSince }) =>
        secondFactorSince ? (
          t('accounts.factor-on')
        ) : (
          <span className="soft">{t('accounts.factor-off')}</span>
        ),
    },
    {
      key: 'seen',
      title: t('accounts.last-seen'),
      width: '140px',
      cell: ({ lastSeenAt }) => (
        <span className="figure">{lastSeenAt ? formatInstant(lastSeenAt) : t('accounts.never-seen')}</span>
      ),
    },
    {
      key: 'do',
      title: t('accounts.action'),
      width: '96px',
      cell: (account) =>
        account.id === ownId ? (
          <span className="soft">{t('accounts.yourself')}</span>
        ) : (
          <AccountMenu
            account={account}
            onEdit={() => onEdit(account)}
            onHoldings={() => onHoldings(account)}
          />
        ),
    },
  ]
  return <DataTable caption={t('accounts.title')} columns={columns} rows={accounts} rowKey={({ id }) => id} />
}

function AccountState({ account }: { account: AccountLine }) {
  const { t } = useWords()
  const { isDisabled, lockedMinutes, mustChangePassword } = account
  if (isDisabled) return <span className="account-state is-closed">{t('accounts.disabled')}</span>
  if (lockedMinutes > 0)
    return <span className="account-state is-closed">{t('accounts.locked', { minutes: lockedMinutes })}</span>
  if (mustChangePassword) return <span className="account-state soft">{t('accounts.first-password')}</span>
  return null
}
