import { Link } from '@tanstack/react-router'
import { LEDGER_VIEWS, type LedgerSearch } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { withoutEmpty } from '../ledger-query.ts'

/** The same items as a table, a board, time bars or a month. */
export function ViewSwitch({ view }: { view: (typeof LEDGER_VIEWS)[number] }) {
  const { t } = useWords()
  return (
    <nav className="view-switch no-print" aria-label={t('ledger.views')}>
      {LEDGER_VIEWS.map((name) => (
        <Link
          key={name}
          from="/ledger"
          activeOptions={{ exact: true }}
          to="/ledger"
          search={(now: LedgerSearch) => withoutEmpty({ ...now, page: undefined, view: name })}
          aria-current={name === view ? 'page' : undefined}
        >
          {t(`ledger.view.${name}`)}
        </Link>
      ))}
    </nav>
  )
}
