import { App, Button, Drawer, Form, Select } from 'antd'
import type { AccountLine } from '../../api/accounts.ts'
import { type Assignment, useHoldings, useRoleSteps, useRoles } from '../../api/roles.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { UnitSelect } from '../../ui/unit-select.tsx'
import { useAskFirst } from '../../ui/use-ask-first.ts'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'
import { DelegationTable } from '../account/delegation-table.tsx'
import { RolesNote } from '../roles/roles-note.tsx'
import '../roles/roles.css'
import { useRoleName } from '../roles/use-role-name.ts'

interface Props {
  account: AccountLine
  onClose: () => void
}

/** What an account holds, where and from when until when; a role is given and taken back here. */
export function HoldingsDrawer({ account, onClose }: Props) {
  const { t } = useWords()
  const { data, error, refetch } = useHoldings(account.id)
  return (
    <Drawer open size={760} title={t('roles.of', { name: account.name })} onClose={onClose}>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={6} />
      ) : (
        <div className="holdings">
          <h3>{t('roles.assignments')}</h3>
          {data.assignments.length > 0 ? (
            <AssignmentTable accountId={account.id} assignments={data.assignments} />
          ) : (
            <p className="soft">{t('roles.no-assignment')}</p>
          )}
          <AssignForm account={account} />
          <h3>{t('leave.title')}</h3>
          {data.delegations.length > 0 ? (
            <DelegationTable delegations={data.delegations} />
          ) : (
            <p className="soft">{t('leave.none')}</p>
          )}
        </div>
      )}
    </Drawer>
  )
}

function AssignmentTable({
  accountId,
  assignments,
}: {
  accountId: string
  assignments: readonly Assignment[]
}) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const { nameOf } = useUnitIndex()
  const roleName = useRoleName()
  const { takeBack } = useRoleSteps()
  const ask = useAskFirst()
  const reason = refusal('identity.grant-roles')
  const nameOfRole = ({ role, names }: Assignment) => roleName({ key: role, names })
  const columns: Column<Assignment>[] = [
    { key: 'role', title: t('accounts.roles'), isMain: true, cell: nameOfRole },
    { key: 'unit', title: t('accounts.unit'), cell: ({ unitId }) => nameOf(unitId) ?? t('roles.whole-city') },
    {
      key: 'days',
      title: t('roles.days'),
      width: '190px',
      cell: ({ fromOn, untilOn, state }) => (
        <>
          <span className="figure">
            {fromOn || untilOn
              ? t('roles.from-until', {
                  from: fromOn ?? t('roles.from-always'),
                  until: untilOn ?? t('roles.standing'),
                })
              : t('roles.standing')}
          </span>
          {state !== 'now' && <span className="soft"> {t(`roles.state.${state}`)}</span>}
        </>
      ),
    },
    {
      key: 'do',
      title: t('accounts.action'),
      width: '90px',
      cell: (each) => (
        <Button
          size="small"
          danger
          disabled={Boolean(reason)}
          title={reason ?? ''}
          aria-label={`${t('roles.take-back')} ${nameOfRole(each)}`}
          onClick={() =>
            ask({
              title: t('roles.take-back-sure', { role: nameOfRole(each) }),
              okText: t('roles.take-back'),
              onOk: () =>
                takeBack.mutate(
                  { accountId, assignmentId: each.id },
                  { onError: (problem) => message.error(sentence(problem)) },
                ),
            })
          }
        >
          {t('roles.take-back')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('roles.assignments')}
      columns={columns}
      rows={assignments}
      rowKey={({ id }) => id}
    />
  )
}

interface Values {
  role: string
  unitId?: string | null
  fromOn?: string | null
  untilOn?: string | null
}

function AssignForm({ account }: { account: AccountLine }) {
  const { t } = useWords()
  const [form] = Form.useForm<Values>()
  const { units } = useUnitIndex()
  const roleName = useRoleName()
  const { data } = useRoles()
  const { assign } = useRoleSteps()
  const refusal = useRefusalReason()
  const reason = refusal('identity.grant-roles')
  if (reason) return <p className="soft">{reason}</p>
  const roles = data?.roles.filter(({ isRetired, isAdministrators }) => !isRetired && !isAdministrators) ?? []
  const save = ({ role, unitId = null, fromOn = null, untilOn = null }: Values) =>
    assign.mutate(
      { accountId: account.id, body: { role, unitId, fromOn, untilOn } },
      { onSuccess: () => form.resetFields() },
    )
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
      <h3>{t('roles.assign')}</h3>
      <div className="holdings-form">
        <Form.Item
          name="role"
          label={t('roles.role')}
          rules={[{ required: true, message: t('account.missing') }]}
        >
          <Select
            options={roles.map((role) => ({ value: role.key, label: roleName(role) }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
        <Form.Item name="unitId" label={t('accounts.unit')} tooltip={t('roles.unit-help')}>
          <UnitSelect units={units} placeholder={t('roles.own-unit')} />
        </Form.Item>
        <Form.Item name="fromOn" label={t('roles.from')}>
          <DayField placeholder={t('roles.from-empty')} />
        </Form.Item>
        <Form.Item name="untilOn" label={t('roles.until')}>
          <DayField placeholder={t('roles.until-empty')} />
        </Form.Item>
      </div>
      <RolesNote error={assign.error} />
      <Button type="primary" htmlType="submit" loading={assign.isPending}>
        {t('roles.assign')}
      </Button>
    </Form>
  )
}
