import type { ReactNode } from 'react'
import { useIsAllowed, useSession } from '../api/session.ts'
import { useWords } from '../i18n/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'

/** A screen for those who may see it; for others the reason, and what permission it takes. */
export function PermittedScreen({ permission, children }: { permission: string; children: ReactNode }) {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  const roles = useRoleWords()
  if (isAllowed(permission)) return children
  return (
    <StateNote tone="error" title={t('app.no-permission')}>
      {t('app.no-permission-way', { roles, permission })}
    </StateNote>
  )
}

/** The roles of the person signed in, in words: the city's own by their names, and for whom each is held. */
export function useRoleWords(): string {
  const { t, locale } = useWords()
  const { roles, held } = useSession().user
  const words = held.map(({ basis, names, inNameOf, until }) => {
    const role = names?.[locale] ?? t(`role.${basis}`)
    return inNameOf ? t('roles.held-for', { role, name: inNameOf.name, until: until ?? '' }) : role
  })
  return (words.length > 0 ? words : roles.map((role) => t(`role.${role}`))).join(t('app.list-separator'))
}

/** Why this person may not, or undefined when they may: for buttons that say so. */
export function useRefusalReason(): (
  permission: string,
  unitIds?: readonly (string | null)[],
) => string | undefined {
  const { t } = useWords()
  const isAllowed = useIsAllowed()
  const roles = useRoleWords()
  return (permission, unitIds) => {
    if (isAllowed(permission, unitIds)) return undefined
    return isAllowed(permission) ? t('app.not-your-unit') : t('app.you-may-not', { roles })
  }
}
