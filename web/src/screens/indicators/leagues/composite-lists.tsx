import type { CompositeTable } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

const MARKS = { red: '★', black: '■' } as const

/** The red and the black list; a short one says how short, whom it passed over, and why. */
export function CompositeLists({ table: { lists, definition } }: { table: CompositeTable }) {
  const { t, locale } = useWords()
  const words = useIndicatorWords()
  if (!lists) return null
  const nameOf = (name: { zh: string; en: string } | undefined) => (locale === 'en' ? name?.en : name?.zh)
  const exemption = (key: string | null) =>
    nameOf(definition.lists?.rules.exemptions.find((each) => each.key === key)?.name)
  const field = definition.lists?.rules.fields.find(({ key }) => key === definition.lists?.field)
  return (
    <div className="composite-lists">
      {(['red', 'black'] as const).map((kind) => {
        const { quota, listed, passedOver } = lists[kind]
        const short = quota - listed.length
        return (
          <section key={kind} className={`composite-list is-${kind}`} aria-labelledby={`list-${kind}`}>
            <h3 id={`list-${kind}`}>
              <span aria-hidden="true">{MARKS[kind]}</span> {t(`composite.list.${kind}`, { quota })}
            </h3>
            {field && (
              <p className="soft">
                {t('composite.list-rule', {
                  field: nameOf(field.name) ?? '',
                  requires: t(`composite.requires.${field[kind].requires}`),
                })}
              </p>
            )}
            {listed.length === 0 ? (
              <p>{t('composite.list-empty')}</p>
            ) : (
              <ol>
                {listed.map((row) => (
                  <li key={row.key}>
                    <span className="composite-place">{t('composite.place', { rank: row.rank })}</span>
                    <strong>{words.unit(row)}</strong>
                  </li>
                ))}
              </ol>
            )}
            {short > 0 && (
              <p className="composite-short">
                {t(passedOver.length > 0 ? 'composite.shorter-because' : 'composite.shorter', {
                  count: short,
                })}
              </p>
            )}
            {short < 0 && <p className="composite-short">{t('composite.longer', { count: -short })}</p>}
            {passedOver.length > 0 && (
              <ul>
                {passedOver.map((row) => (
                  <li key={row.key}>
                    <span className="composite-place">{t('composite.place', { rank: row.rank })}</span>
                    <span>
                      {words.unit(row)}
                      <span className="under">
                        {[
                          t(`composite.passed-over.${kind}.${row.reason}`),
                          exemption(row.exemption),
                          row.note,
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}
