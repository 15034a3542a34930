import { Button, Form, Modal, Select } from 'antd'
import { useState } from 'react'
import { type Leave, useLeave, useRoleSteps } from '../../api/roles.ts'
import { useSession } from '../../api/session.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'
import { DayField } from '../../ui/day-field.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { RolesNote } from '../roles/roles-note.tsx'
import '../roles/roles.css'
import { useRoleName } from '../roles/use-role-name.ts'
import { DelegationTable } from './delegation-table.tsx'

/** One's roles in other hands for a leave, and what one has in hand for others. */
export function LeavePanel() {
  const { t } = useWords()
  const { data, error, refetch } = useLeave()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="account-panel is-wide" aria-labelledby="leave-heading">
      <div className="account-panel-head">
        <h2 id="leave-heading">{t('leave.title')}</h2>
        {data && data.givers.length > 0 && <Button onClick={() => setOpen(true)}>{t('leave.hand')}</Button>}
      </div>
      <p className="soft">{t('leave.note')}</p>
      {error ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={2} />
      ) : data.delegations.length > 0 ? (
        <DelegationTable delegations={data.delegations} />
      ) : (
        <p className="soft">{t('leave.none')}</p>
      )}
      {isOpen && data && <LeaveDialog leave={data} onClose={() => setOpen(false)} />}
    </section>
  )
}

interface Values {
  giver: string
  toAccountId: string
  assignmentIds?: string[]
  fromOn: string
  untilOn: string
}

function LeaveDialog({ leave, onClose }: { leave: Leave; onClose: () => void }) {
  const { t } = useWords()
  const { user } = useSession()
  const { nameOf } = useUnitIndex()
  const roleName = useRoleName()
  const [form] = Form.useForm<Values>()
  const { delegateOwn, delegateFor } = useRoleSteps()
  const giverId = Form.useWatch('giver', form) ?? leave.givers[0]!.id
  const giver = leave.givers.find(({ id }) => id === giverId)
  const missing = { required: true, message: t('account.missing') }
  const labelOf = ({ name, unitId }: { name: string; unitId: string | null }) =>
    [name, nameOf(unitId)].filter(Boolean).join(' · ')
  const save = ({ giver: from, assignmentIds = [], ...rest }: Values) => {
    const body = { ...rest, assignmentIds: assignmentIds.length > 0 ? assignmentIds : null }
    if (from === user.id) delegateOwn.mutate(body, { onSuccess: onClose })
    else delegateFor.mutate({ accountId: from, body }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('leave.hand')}
      okText={t('leave.hand')}
      okButtonProps={{ loading: delegateOwn.isPending || delegateFor.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      width={520}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ giver: leave.givers[0]!.id, fromOn: leave.today }}
        onFinish={save}
      >
        <div className="holdings-form">
          <Form.Item name="giver" label={t('leave.absent')} rules={[missing]} className="is-wide">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={leave.givers.map((each) => ({ value: each.id, label: labelOf(each) }))}
              onChange={() => form.resetFields(['assignmentIds'])}
            />
          </Form.Item>
          <Form.Item name="toAccountId" label={t('leave.stand-in')} rules={[missing]} className="is-wide">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={leave.people
                .filter(({ id }) => id !== giverId && (giverId === user.id || id !== user.id))
                .map((each) => ({ value: each.id, label: labelOf(each) }))}
            />
          </Form.Item>
          <Form.Item
            name="assignmentIds"
            label={t('accounts.roles')}
            extra={t('leave.roles-help')}
            className="is-wide"
          >
            <Select
              mode="multiple"
              placeholder={t('leave.all-roles')}
              options={(giver?.assignments ?? []).map(({ id, role, names, unitId }) => ({
                value: id,
                label: [roleName({ key: role, names }), nameOf(unitId)].filter(Boolean).join(' · '),
              }))}
            />
          </Form.Item>
          <Form.Item name="fromOn" label={t('leave.from')} rules={[missing]}>
            <DayField />
          </Form.Item>
          <Form.Item name="untilOn" label={t('leave.until')} rules={[missing]}>
            <DayField />
          </Form.Item>
        </div>
      </Form>
      <RolesNote error={delegateOwn.error ?? delegateFor.error} />
    </Modal>
  )
}
