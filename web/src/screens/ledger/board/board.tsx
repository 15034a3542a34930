import { Link } from '@tanstack/react-router'
import type { Board as BoardAnswer } from '../../../../../src/modules/ledger/schema.ts'
import type { LedgerSearch } from '../../../app/ledger-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { withoutEmpty } from '../ledger-query.ts'
import { BoardCard } from './board-card.tsx'
import './board.css'
import { walkBoard } from './walk-board.ts'

/** One column per state, with how many items stand there. Arrows walk the cards; what can be done is on the item's page. */
export function Board({ columns, asOf }: BoardAnswer) {
  const { t } = useWords()
  return (
    <section className="board" aria-label={t('ledger.view.board')} onKeyDown={walkBoard}>
      {columns.map((column) => (
        <section key={column.state} className="board-column" aria-labelledby={`board-${column.state}`}>
          <h2 id={`board-${column.state}`}>
            {t(`state.${column.state}`)}{' '}
            <span className="figure soft">
              {column.isCountExact ? column.count : t('app.at-least', { count: column.count })}
            </span>
          </h2>
          {column.items.length === 0 ? (
            <p className="soft board-empty">{t('ledger.board.empty')}</p>
          ) : (
            <ol>
              {column.items.map((item) => (
                <li key={item.id}>
                  <BoardCard item={item} asOf={asOf} />
                </li>
              ))}
            </ol>
          )}
          {column.count > column.items.length && (
            <Link
              from="/ledger"
              to="/ledger"
              className="board-more"
              search={(now: LedgerSearch) => withoutEmpty({ ...now, view: undefined, state: column.state })}
            >
              {t('ledger.board.more')}
            </Link>
          )}
        </section>
      ))}
    </section>
  )
}
