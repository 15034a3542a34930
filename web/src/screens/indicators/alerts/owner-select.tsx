import { Select } from 'antd'
import type { Alert } from '../../../api/alerts.ts'
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

/** Everybody of a role, or oneself; another person who has it already stays on the list. */
export function OwnerSelect({ id, value, onChange }: OwnerSelectProps) {
  const { t } = useWords()
  const { user } = useSession()
  const ownerWords = useOwnerWords()
  const people = [...new Set([user.id, ...(value.id === null ? [] : [value.id])])]
  return (
    <Select
      id={id}
      style={{ width: '100%' }}
      value={value.role ?? value.id}
      options={[
        ...OWNERS.map((role) => ({ value: role as string, label: t(`role.${role}`) })),
        ...people.map((person) => ({ value: person, label: ownerWords({ id: person, role: null }) })),
      ]}
      onChange={(chosen) => {
        const role = OWNERS.find((each) => each === chosen) ?? null
        onChange({ role, id: role === null ? chosen : null })
      }}
    />
  )
}

/** Whose it is: a role, oneself, or a person. */
export function useOwnerWords(): (owner: Owner) => string {
  const { t } = useWords()
  const { user } = useSession()
  return ({ id, role }) => {
    if (role) return t(`role.${role}`)
    return id === user.id ? t('alert.owner-me', { name: user.name }) : t('alert.owner-person')
  }
}
