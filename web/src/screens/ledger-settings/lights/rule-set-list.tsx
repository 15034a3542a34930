import type { LightRuleSetState } from '../../../api/ledger-settings.ts'
import { useWords } from '../../../i18n/use-words.ts'

interface RuleSetListProps {
  sets: readonly LightRuleSetState[]
  shown: string | undefined
  onShow: (key: string) => void
}

/** All sets by name; the one in force says so. */
export function RuleSetList({ sets, shown, onShow }: RuleSetListProps) {
  const { t, locale } = useWords()
  const language = locale === 'en' ? 'en' : 'zh'
  return (
    <nav className="settings-sets" aria-label={t('ledger-settings.sets')}>
      <ul>
        {sets.map(({ ruleSet, isShipped, isInForce }) => (
          <li key={ruleSet.key}>
            <button
              type="button"
              aria-current={ruleSet.key === shown ? 'true' : undefined}
              onClick={() => onShow(ruleSet.key)}
            >
              <span>{ruleSet.name[language]}</span>
              <span className="soft settings-set-facts">
                {isInForce && <strong className="settings-in-force">{t('ledger-settings.in-force')}</strong>}
                {t(isShipped ? 'ledger-settings.shipped' : 'ledger-settings.own')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
