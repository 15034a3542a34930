import { Select } from 'antd'
import { type Alert, useAlertOwners } from '../../../api/alerts.ts'
import { useSession } from '../../../api/session.ts'
import { useWords } from '../../../i18n/use-words.ts'

export type Owner = Alert['owner']

/** Who works with figures; those who administer accounts do not. */
const OWNERS = ['officer', 'liaison', 'leader', 'statistician', 'auditor'] as const

interface OwnerSelectProps {
  id: string
  value: Owner
  onChange: (owner: Owner) => void
}

/** Everybody of a role, oneself, or somebody else who may own an alert; who has it already stays on the list. */
export function OwnerSelect({ id, value, onChange }: OwnerSelectProps) {
  const { t } = useWords()
  const { user } = useSession()
  const ownerWords = useOwnerWords()
  const owners = useAlertOwners() ?? []
  const people = [
    ...new Set([user.id, ...owners.map((owner) => owner.id), ...(value.id === null ? [] : [value.id])]),
  ]
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value.role ?? value.id}
      options={[
        {
          label: t('alert.owner-role'),
          options: OWNERS.map((role) => ({ value: role as string, label: t(`role.${role}`) })),
        },
        {
          label: t('alert.owner-account'),
          options: people.map((person) => ({
            value: person,
            label: ownerWords({ id: person, role: null }),
          })),
        },
      ]}
      onChange={(chosen) => {
        const role = OWNERS.find((each) => each === chosen) ?? null
        onChange({ role, id: role === null ? chosen : null })
      }}
    />
  )
}

/** Whose it is: a role, oneself, or a person by title and role. */
export function useOwnerWords(): (owner: Owner) => string {
  const { t } = useWords()
  const { user } = useSession()
  const owners = useAlertOwners()
  return ({ id, role }) => {
    if (role) return t(`role.${role}`)
    if (id === user.id) return t('alert.owner-me', { name: user.name })
    const owner = owners?.find((each) => each.id === id)
    if (!owner) return t('alert.owner-person')
    const roles = owner.roles.map((each) => t(`role.${each}`)).join(' · ')
    return roles === owner.name ? owner.name : t('alert.owner-named', { name: owner.name, roles })
  }
}
