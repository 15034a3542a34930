import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Comparison } from '../../../api/review-after.ts'
import { AFTER_SHOWN } from '../../../app/review-search.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { KeyList } from '../../../ui/key-list.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { useShortcuts } from '../../../ui/use-shortcuts.ts'
import { shownUnits } from './compare-rows.ts'
import { UnitCompare } from './unit-compare.tsx'
import { useCompareWork } from './use-compare-work.ts'

/** Unit by unit what the book said beside what was printed; the counts are the filters. By keyboard: j k a x o. */
export function CompareSection({ reviewId, comparison }: { reviewId: string; comparison: Comparison }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { show } = useSearch({ from: '/house/review/$reviewId/after' })
  const [isHelpOpen, setHelpOpen] = useState(false)
  const { counts, units } = comparison
  const shown = useMemo(() => shownUnits(units, show), [units, show])
  const work = useCompareWork(
    reviewId,
    shown.flatMap(({ rows }) => rows),
  )
  const open = () => {
    const row = work.active()
    if (row) navigate({ to: row.group === 'pairs' ? row.pair.statement.href : hrefOf(row) })
  }
  useShortcuts({
    j: () => work.step(1),
    k: () => work.step(-1),
    a: () => work.decideActive('confirmed'),
    x: () => work.decideActive('rejected'),
    o: open,
    '?': () => setHelpOpen(true),
  })
  const countOf = {
    open: counts.pairs - counts.confirmed,
    differs: counts.differing,
    printed: counts.onlyPrinted,
    said: counts.onlySaid,
  }
  return (
    <section className="after-part" aria-labelledby="after-compare">
      <header>
        <h2 id="after-compare">{t('after.compare')}</h2>
        <span className="soft figure">
          {t('after.compare-counts', { pairs: counts.pairs, confirmed: counts.confirmed })}
        </span>
        <nav className="compare-filters no-print" aria-label={t('after.show')}>
          <FilterLink name={t('after.show.all')} isOn={!show} />
          {AFTER_SHOWN.map((each) => (
            <FilterLink
              key={each}
              name={t(`after.show.${each}`)}
              count={countOf[each]}
              show={each}
              isOn={show === each}
            />
          ))}
        </nav>
        <Button size="small" type="text" className="no-print compare-keys" onClick={() => setHelpOpen(true)}>
          {t('app.keys-help')} ?
        </Button>
      </header>
      {units.length === 0 ? (
        <StateNote title={t('after.compare-empty')}>{t('after.compare-empty-way')}</StateNote>
      ) : shown.length === 0 ? (
        <p className="soft after-note">{t('after.nothing-of-these')}</p>
      ) : (
        shown.map(({ unit, rows }) => <UnitCompare key={unit.unitId} unit={unit} rows={rows} work={work} />)
      )}
      <KeyList
        isOpen={isHelpOpen}
        onClose={() => setHelpOpen(false)}
        keys={[
          { keys: ['j', 'k'], does: t('cycle.key.move') },
          { keys: ['a'], does: t('after.key.confirm') },
          { keys: ['x'], does: t('after.key.reject') },
          { keys: ['o'], does: t('after.key.open') },
          { keys: ['?'], does: t('app.keys-help') },
        ]}
      />
    </section>
  )
}

const hrefOf = (row: { statement: { href: string } } | { line: { href: string } }) =>
  'statement' in row ? row.statement.href : row.line.href

interface FilterLinkProps {
  name: string
  count?: number
  show?: (typeof AFTER_SHOWN)[number]
  isOn: boolean
}

function FilterLink({ name, count, show, isOn }: FilterLinkProps) {
  return (
    <Link
      from="/review/$reviewId/after"
      to="."
      search={show ? { show } : {}}
      replace
      activeOptions={{ exact: true }}
      aria-current={isOn ? 'true' : undefined}
      className={isOn ? 'compare-filter is-on' : 'compare-filter'}
    >
      {name} {count !== undefined && <span className="figure">{count}</span>}
    </Link>
  )
}
