import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { DeskGroup } from '../../api/desk.ts'
import { ledgerLink } from '../../app/ledger-link.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LightMark } from '../../ui/light-tag.tsx'
import { DueCell } from '../ledger/table/due-cell.tsx'
import { Lead } from '../ledger/table/lead.tsx'
import { Marks } from '../ledger/table/marks.tsx'
import { RULE_STEPS } from './rule-steps.ts'
import { type DeskLine, lineKey } from './use-desk-keys.ts'

interface DeskGroupPanelProps {
  readonly group: DeskGroup
  readonly asOf: string
  /** The line that the keys act on. */
  readonly active: string | null
  readonly onTake: (line: DeskLine) => void
}

/** One rule in words, how many items it names, and the first of them. */
export function DeskGroupPanel({ group, asOf, active, onTake }: DeskGroupPanelProps) {
  const { t, locale } = useWords()
  const language = locale === 'en' ? 'en' : 'zh'
  const { rule, name, explains, source, count, isCountExact, query, items, params } = group
  const step = RULE_STEPS[rule]
  const id = `desk-${rule}`
  return (
    <section className="desk-group" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <Link to="/ledger" search={ledgerLink(query, name[language])}>
            {t('desk.group', { name: name[language], count: isCountExact ? count : `${count}+` })}
          </Link>
        </h2>
        <p className="soft">
          {explains[language].replaceAll('{days}', String(params.days))}
          {source && (
            <a href={source.url} target="_blank" rel="noreferrer noopener" title={source.title}>
              {t('desk.source')}
            </a>
          )}
        </p>
      </header>
      <ul>
        {items.map((item) => {
          const key = lineKey(rule, item.id)
          return (
            <li
              key={item.id}
              data-line={key}
              className="desk-line"
              aria-current={active === key ? 'true' : undefined}
            >
              <LightMark light={item.light} />
              <span className="desk-title">
                <Link to="/ledger/items/$itemId" params={{ itemId: item.id }}>
                  {item.title}
                </Link>
                <span className="soft figure">
                  {item.number} · {t(`state.${item.state}`)}
                </span>
                <Marks item={item} />
              </span>
              <span className="desk-lead">
                <Lead item={item} />
              </span>
              <span className="desk-due">
                <DueCell item={item} asOf={asOf} />
              </span>
              {step && (
                <Button
                  className="no-print"
                  aria-label={t('desk.step-of', { step: t(`step.${step}`), title: item.title })}
                  onClick={() => onTake({ rule, itemId: item.id, step })}
                >
                  {t(`step.${step}`)}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {count > items.length && (
        <Link className="desk-more" to="/ledger" search={ledgerLink(query, name[language])}>
          {t('desk.more', { count: count - items.length })}
        </Link>
      )}
    </section>
  )
}
