import { Alert, App, Form, Input, Modal, Select } from 'antd'
import { ADMIN_ROLES, ROLES } from '../../../../src/kernel/permissions.ts'
import { type AccountLine, type AccountRole, useAccountSteps } from '../../api/accounts.ts'
import { useUnitIndex } from '../../api/units.ts'
import { useRefusalReason } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { UnitSelect } from '../../ui/unit-select.tsx'
import { useProblemSentence } from '../../ui/use-problem-sentence.ts'

interface Values {
  username: string
  name: string
  unitId?: string | null
  roles?: AccountRole[]
}

const isSame = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

/** A new account, or title, unit and roles of one: each field opens to the administrator whose part it is. */
export function AccountDialog({ account, onClose }: { account?: AccountLine; onClose: () => void }) {
  const { t } = useWords()
  const { message, modal } = App.useApp()
  const sentence = useProblemSentence()
  const refusal = useRefusalReason()
  const { units } = useUnitIndex()
  const { add, change, setRoles } = useAccountSteps()
  const [form] = Form.useForm<Values>()
  const noFacts = refusal('identity.manage-accounts')
  // Roles of the city's own, at other units or lent are changed where they are listed with their days.
  const isSimple = account?.held.every(
    ({ names, unitId, inNameOf }) => !names && !inNameOf && (unitId === null || unitId === account.unitId),
  )
  const noRoles =
    refusal('identity.grant-roles') ?? (isSimple === false ? t('accounts.roles-elsewhere') : undefined)
  const error = add.error ?? change.error ?? setRoles.error
  const missing = { required: true, message: t('account.missing') }

  async function save({ username, name, unitId = null, roles = [] }: Values) {
    if (!account) {
      const { password } = await add.mutateAsync({ username, name, unitId })
      modal.success({
        title: t('accounts.password-once', { name }),
        content: (
          <>
            <code className="accounts-password">{password}</code>
            <p>{t('accounts.roles-next')}</p>
          </>
        ),
      })
    } else {
      if (!noFacts) await change.mutateAsync({ id: account.id, body: { name, unitId } })
      if (!noRoles && !isSame(roles, account.roles)) {
        const { outcome } = await setRoles.mutateAsync({ id: account.id, roles })
        message.info(t(outcome === 'waiting' ? 'accounts.waits' : 'accounts.done'))
      }
    }
    onClose()
  }

  return (
    <Modal
      open
      title={account ? t('accounts.edit', { username: account.username }) : t('accounts.add')}
      okText={t('app.save')}
      okButtonProps={{
        disabled: Boolean(noFacts && noRoles),
        loading: add.isPending || change.isPending || setRoles.isPending,
      }}
      onOk={form.submit}
      onCancel={onClose}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={account ?? {}}
        // What was refused stands beneath the fields.
        onFinish={(values) => save(values).catch(() => {})}
      >
        {!account && (
          <Form.Item
            name="username"
            label={t('accounts.username')}
            extra={t('accounts.username-help')}
            rules={[missing]}
          >
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="name"
          label={t('accounts.name')}
          extra={noFacts ?? t('accounts.name-help')}
          rules={[missing]}
        >
          <Input maxLength={60} autoComplete="off" disabled={Boolean(noFacts)} />
        </Form.Item>
        <Form.Item name="unitId" label={t('accounts.unit')}>
          <UnitSelect units={units} disabled={Boolean(noFacts)} />
        </Form.Item>
        {account && (
          <Form.Item name="roles" label={t('accounts.roles')} extra={noRoles ?? t('accounts.roles-help')}>
            <Select
              mode="multiple"
              disabled={Boolean(noRoles)}
              options={ROLES.map((role) => ({
                value: role,
                label: t(`role.${role}`),
                title: ADMIN_ROLES.some((each) => each === role) ? t('accounts.roles-help') : '',
              }))}
            />
          </Form.Item>
        )}
      </Form>
      {error && <Alert type="error" role="alert" title={sentence(error)} />}
    </Modal>
  )
}
