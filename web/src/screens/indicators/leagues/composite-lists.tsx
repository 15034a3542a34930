import type { CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

/** The red and the black list; a short one says whom it passed over, and why. */
export function CompositeLists({ table: { lists, definition } }: { table: CompositeTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  if (!lists) return null
  const exemption = (key: string | null) => {
    const name = definition.lists?.rules.exemptions.find((each) => each.key === key)?.name
    return (locale === 'en' ? name?.en : name?.zh) ?? ''
  }
  return (
    <div className="composite-lists">
      {(['red', 'black'] as const).map((kind) => {
        const { quota, listed, passedOver } = lists[kind]
        return (
          <section key={kind} className="league-apart" aria-labelledby={`list-${kind}`}>
            <h3 id={`list-${kind}`}>{t(`composite.list.${kind}`, { quota })}</h3>
            <ul>
              {listed.map((row) => (
                <li key={row.key}>
                  <strong>{words.unit(row)}</strong>
                  <span>{t('composite.place', { rank: row.rank })}</span>
                </li>
              ))}
              {passedOver.map((row) => (
                <li key={row.key} className="soft">
                  <span>
                    {words.unit(row)} {t('composite.place', { rank: row.rank })}{' '}
                    {t(`composite.passed-over.${row.reason}`)} {exemption(row.exemption)} {row.note}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
