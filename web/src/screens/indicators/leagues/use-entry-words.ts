import type { League, LeagueEntry } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** What an entry is about: a component's score, points given or taken, an exemption by its reason. */
export function useEntryWords({
  definition,
}: League): (entry: Pick<LeagueEntry, 'kind' | 'subject'>) => string {
  const { t, locale } = useWords()
  const { scheme, lists } = definition
  const nameOf = (all: readonly { key: string; name: { zh: string; en: string } }[], key: string) => {
    const name = all.find((each) => each.key === key)?.name
    return (locale === 'en' ? name?.en : name?.zh) ?? key
  }
  return ({ kind, subject }) => {
    if (kind === 'score') return nameOf(scheme.components, subject)
    if (kind === 'adjustment') return t('composite.adjusted')
    return t('composite.exemption', { name: nameOf(lists?.rules.exemptions ?? [], subject) })
  }
}
