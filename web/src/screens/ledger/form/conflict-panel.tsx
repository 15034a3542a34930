import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { useFieldWords } from '../../item/changes/use-field-words.ts'
import type { Conflict } from './conflict.ts'
import type { ItemFields } from './item-draft.ts'

interface ConflictPanelProps {
  conflict: Conflict
  /** Whether the own text stands in the form again. */
  isTaken: (field: keyof ItemFields) => boolean
  onTake: (field: keyof ItemFields, value: unknown) => void
}

/** Theirs beside mine, for each field that both changed; and what else was changed meanwhile. */
export function ConflictPanel({ conflict, isTaken, onTake }: ConflictPanelProps) {
  const { t } = useWords()
  const { nameOfField: nameOf, wordsOf: text } = useFieldWords()
  const panel = useRef<HTMLElement>(null)
  // It stands at the top of a long form, whoever saves is at its end.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section ref={panel} className="conflict" role="alert" aria-labelledby="conflict">
      <h3 id="conflict">{t('ledger.conflict', { who: conflict.by, when: formatInstant(conflict.at) })}</h3>
      <p>{t(conflict.clashes.length > 0 ? 'ledger.conflict.way' : 'ledger.conflict.apart')}</p>
      {conflict.clashes.map(({ field, before, mine, theirs }) => (
        <dl key={field} className="conflict-field">
          <dt>{nameOf(field)}</dt>
          <dd>
            <span className="soft">{t('ledger.conflict.before')}</span> <span>{text(field, before)}</span>
          </dd>
          <dd>
            <span className="soft">{t('ledger.conflict.theirs', { who: conflict.by })}</span>{' '}
            <span>{text(field, theirs)}</span>
            {isTaken(field) && (
              <Button size="small" onClick={() => onTake(field, theirs)}>
                {t('ledger.conflict.take-theirs')}
                <span className="visually-hidden">{nameOf(field)}</span>
              </Button>
            )}
          </dd>
          <dd>
            <span className="soft">{t('ledger.conflict.mine')}</span> <span>{text(field, mine)}</span>
            {!isTaken(field) && (
              <Button size="small" onClick={() => onTake(field, mine)}>
                {t('ledger.conflict.take-mine')}
                <span className="visually-hidden">{nameOf(field)}</span>
              </Button>
            )}
          </dd>
        </dl>
      ))}
      {conflict.theirs.length > 0 && (
        <>
          <p>{t('ledger.conflict.also')}</p>
          <ul>
            {conflict.theirs.map(({ field, before, after }) => (
              <li key={field}>
                {t('ledger.conflict.change', {
                  field: nameOf(field),
                  before: text(field, before),
                  after: text(field, after),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
