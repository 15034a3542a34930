import { useNavigate, useSearch } from '@tanstack/react-router'
import { Input, Tabs } from 'antd'
import { useState } from 'react'
import { type AccountLine, useAccountChanges, useAccounts } from '../../api/accounts.ts'
import { useSession } from '../../api/session.ts'
import { PermittedScreen, useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { GatedButton } from '../../ui/gated-button.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { RoleMatrix } from '../roles/role-matrix.tsx'
import { WhoMay } from '../roles/who-may.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { AccountTable } from './account-table.tsx'
import './accounts-screen.css'
import { ChangeList } from './change-list.tsx'
import { HoldingsDrawer } from './holdings-drawer.tsx'
import { SecurityForm } from './security-form.tsx'

/** The accounts of the city, for the three administrators. */
export function AccountsScreen() {
  return (
    <PermittedScreen permission="identity.list-accounts">
      <Accounts />
    </PermittedScreen>
  )
}

function Accounts() {
  const { t } = useWords()
  const { data: changes } = useAccountChanges()
  const refusal = useRefusalReason()
  const [isAdding, setAdding] = useState(false)
  const count = changes?.length ?? 0
  return (
    <>
      <PageHead
        title={t('accounts.title')}
        note={t('accounts.note')}
        actions={
          <GatedButton
            type="primary"
            reason={refusal('identity.manage-accounts')}
            onClick={() => setAdding(true)}
          >
            {t('accounts.add')}
          </GatedButton>
        }
      />
      <Tabs
        items={[
          { key: 'accounts', label: t('accounts.tab.accounts'), children: <AccountList /> },
          {
            key: 'changes',
            label: count > 0 ? t('accounts.tab.changes-count', { count }) : t('accounts.tab.changes'),
            children: <ChangeList />,
          },
          { key: 'roles', label: t('accounts.tab.roles'), children: <RoleMatrix /> },
          { key: 'who-may', label: t('accounts.tab.who-may'), children: <WhoMay /> },
          { key: 'security', label: t('accounts.tab.security'), children: <SecurityForm /> },
        ]}
      />
      {isAdding && <AccountDialog onClose={() => setAdding(false)} />}
    </>
  )
}

const PAGE_SIZE = 50

function AccountList() {
  const { t } = useWords()
  const { page = 1, words = '' } = useSearch({ from: '/house/accounts' })
  const navigate = useNavigate({ from: '/accounts' })
  const { user } = useSession()
  const { data, error, refetch } = useAccounts(words, page)
  const [edited, setEdited] = useState<AccountLine>()
  const [holder, setHolder] = useState<AccountLine>()
  return (
    <>
      <Input.Search
        className="accounts-find"
        allowClear
        defaultValue={words}
        placeholder={t('accounts.find')}
        aria-label={t('accounts.find')}
        maxLength={60}
        onSearch={(found) => navigate({ search: found ? { words: found } : {} })}
      />
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={10} />
      ) : data.accounts.length > 0 ? (
        <AccountTable accounts={data.accounts} ownId={user.id} onEdit={setEdited} onHoldings={setHolder} />
      ) : (
        <StateNote title={t('accounts.empty')} />
      )}
      {data && (
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          total={data.total}
          onPage={(next) => navigate({ search: (now) => ({ ...now, page: next }) })}
        />
      )}
      {holder && <HoldingsDrawer account={holder} onClose={() => setHolder(undefined)} />}
      {edited && <AccountDialog account={edited} onClose={() => setEdited(undefined)} />}
    </>
  )
}
