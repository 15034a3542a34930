import { useUnitIndex } from '../../api/units.ts'
import { useWords } from '../../i18n/use-words.ts'

interface Named {
  readonly key: string
  readonly names: { readonly 'zh-CN': string; readonly en: string } | null
}

/** What a role is called: the city's own by its names, a built-in one from the catalogue. */
export function useRoleName(): (role: Named) => string {
  const { locale, find } = useWords()
  return ({ key, names }) => names?.[locale] ?? find(`role.${key}`) ?? key
}

interface Held extends Named {
  readonly unitId: string | null
  readonly inNameOf: { readonly name: string } | null
  readonly until: string | null
}

/** A role as it is held: `liaison · Qingdu`, and for whom when they are on leave. */
export function useHeldWords(): (held: Held) => string {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const roleName = useRoleName()
  return (held) => {
    const place = [roleName(held), nameOf(held.unitId)].filter(Boolean).join(' · ')
    if (!held.inNameOf) return place
    const until = held.until ?? ''
    return t('roles.held-for', { role: place, name: held.inNameOf.name, until })
  }
}
