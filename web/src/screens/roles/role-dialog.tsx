import { Form, Input, Modal, Select } from 'antd'
import { CITY_ROLES } from '../../../../src/kernel/permissions.ts'
import { type RoleLine, useRoleSteps } from '../../api/roles.ts'
import { useWords } from '../../i18n/use-words.ts'
import { RolesNote } from './roles-note.tsx'

interface Values {
  zh: string
  en: string
  basis: (typeof CITY_ROLES)[number]
}

/** A role of the city's own: begins with what its basis gives and is changed in the table. */
export function RoleDialog({ roles, onClose }: { roles: readonly RoleLine[]; onClose: () => void }) {
  const { t } = useWords()
  const [form] = Form.useForm<Values>()
  const { make } = useRoleSteps()
  const missing = { required: true, whitespace: true, message: t('account.missing') }
  const save = ({ zh, en, basis }: Values) => {
    const permissions = roles.find(({ key }) => key === basis)?.permissions ?? {}
    make.mutate({ basis, names: { 'zh-CN': zh, en }, permissions }, { onSuccess: onClose })
  }
  return (
    <Modal
      open
      title={t('roles.make')}
      okText={t('app.save')}
      okButtonProps={{ loading: make.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      width={440}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item name="zh" label={t('roles.name-zh')} rules={[missing]}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="en" label={t('roles.name-en')} rules={[missing]}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="basis"
          label={t('roles.basis')}
          extra={t('roles.basis-help')}
          rules={[{ ...missing, whitespace: false }]}
        >
          <Select options={CITY_ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
        </Form.Item>
      </Form>
      <RolesNote error={make.error} />
    </Modal>
  )
}
