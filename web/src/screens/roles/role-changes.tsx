import { permissionChanges } from '../../../../src/modules/identity/rules/role-permissions.ts'
import type { PermissionLine, RoleLine } from '../../api/roles.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Props {
  from: RoleLine['permissions']
  to: RoleLine['permissions']
  permissions: readonly PermissionLine[]
}

/** What saving a role means for whoever holds it. */
export function RoleChanges({ from, to, permissions }: Props) {
  const { t } = useWords()
  const wordsOf = new Map(permissions.map(({ permission, words }) => [permission, words]))
  const { gained, lost, rescoped } = permissionChanges(from, to)
  const lines = [
    ...Object.entries(gained).map(([each, scope]) =>
      t('roles.gains', { permission: wordsOf.get(each) ?? each, scope: t(`roles.scope.${scope}`) }),
    ),
    ...lost.map((each) => t('roles.loses', { permission: wordsOf.get(each) ?? each })),
    ...Object.entries(rescoped).map(([each, scope]) =>
      t('roles.reaches', { permission: wordsOf.get(each) ?? each, scope: t(`roles.scope.${scope}`) }),
    ),
  ]
  if (lines.length === 0) return <p>{t('roles.nothing-changed')}</p>
  return (
    <ul className="roles-changes">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
