import type { LightRuleSet } from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LightTag } from '../../../ui/light-tag.tsx'
import { ruleText } from './rule-text.ts'

const OTHERS = ['green', 'none', 'paused', 'done', 'done-late'] as const

/** The rules in words, where they come from, and what the source leaves open. */
export function RuleSetFacts({ ruleSet }: { ruleSet: LightRuleSet }) {
  const { t, locale } = useWords()
  const language = locale === 'en' ? 'en' : 'zh'
  const { source, rules, words, notes } = ruleSet
  return (
    <>
      <table className="settings-rules">
        <caption className="visually-hidden">{t('ledger-settings.rules')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger-settings.light')}</th>
            <th scope="col">{t('ledger-settings.when')}</th>
            <th scope="col">{t('ledger-settings.word')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ light, when, word }, at) => (
            <tr key={at}>
              <td>
                <LightTag light={light} />
              </td>
              <td>{ruleText(when, t)}</td>
              <td>{word[language]}</td>
            </tr>
          ))}
          {OTHERS.map((light) => (
            <tr key={light}>
              <td>
                <LightTag light={light} />
              </td>
              <td className="soft">{t(`light-rule.otherwise-${light}`)}</td>
              <td>{words[light][language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">{t('ledger-settings.gravest')}</p>
      <dl className="settings-source">
        <dt>{t('ledger-settings.source')}</dt>
        <dd>
          {source.url ? (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
          {source.year !== null && <span className="figure">{` · ${source.year}`}</span>}
        </dd>
        <dt>{t('ledger-settings.says')}</dt>
        <dd>{source.says[language]}</dd>
        {notes.length > 0 && (
          <>
            <dt>{t('ledger-settings.notes')}</dt>
            <dd>
              <ul>
                {notes.map((note) => (
                  <li key={note.zh}>{note[language]}</li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
