import { App, Button } from 'antd'
import { type Delegation, useRoleSteps } from '../../api/roles.ts'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useAskFirst } from '../../ui/use-ask-first.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { useRoleName } from '../roles/use-role-name.ts'

/** Who stands in for whom, with what, from when until when. */
export function DelegationTable({ delegations }: { delegations: readonly Delegation[] }) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const roleName = useRoleName()
  const { revoke } = useRoleSteps()
  const ask = useAskFirst()
  const columns: Column<Delegation>[] = [
    {
      key: 'who',
      title: t('leave.who'),
      isMain: true,
      cell: ({ from, to }) => t('leave.for', { standIn: to.name, absent: from.name }),
    },
    {
      key: 'roles',
      title: t('accounts.roles'),
      width: '120px',
      cell: ({ roles }) =>
        roles?.map(({ role, names }) => roleName({ key: role, names })).join(t('app.list-separator')) ??
        t('leave.all-roles'),
    },
    {
      key: 'days',
      title: t('roles.days'),
      width: '200px',
      cell: ({ fromOn, untilOn, state }) => (
        <>
          <span className="figure">{`${fromOn} – ${untilOn}`}</span>{' '}
          <span className="soft roles-state">{t(`leave.state.${state}`)}</span>
        </>
      ),
    },
    { key: 'by', title: t('leave.set-by'), width: '120px', cell: ({ setBy }) => setBy },
    {
      key: 'do',
      title: t('accounts.action'),
      width: '80px',
      cell: ({ id, mayRevoke, from, to }) =>
        mayRevoke && (
          <Button
            size="small"
            danger
            aria-label={`${t('leave.end')} ${to.name}`}
            onClick={() =>
              ask({
                title: t('leave.end-sure', { standIn: to.name, absent: from.name }),
                okText: t('leave.end'),
                onOk: () => revoke.mutate(id, { onError: (problem) => message.error(sentence(problem)) }),
              })
            }
          >
            {t('leave.end')}
          </Button>
        ),
    },
  ]
  return <DataTable caption={t('leave.title')} columns={columns} rows={delegations} rowKey={({ id }) => id} />
}
