import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDesk } from '../../api/desk.ts'
import { ledgerLink } from '../../app/ledger-link.ts'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { KeyList } from '../../ui/key-list.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { useWhilePresent } from '../../ui/use-while-present.ts'
import { DeskGroupPanel } from './desk-group-panel.tsx'
import { DeskStep } from './desk-step.tsx'
import { RULE_STEPS } from './rule-steps.ts'
import { type DeskLine, useDeskKeys } from './use-desk-keys.ts'
import '../ledger/ledger-screen.css'
import './desk.css'

interface DeskRoomProps {
  readonly whose: 'office' | 'unit'
  readonly unitId?: string | undefined
  readonly title: string
  readonly actions?: ReactNode
}

/** What waits, the gravest rule first; each count opens the ledger, each line has its next step one key away. */
export function DeskRoom({ whose, unitId, title, actions }: DeskRoomProps) {
  const { t, locale } = useWords()
  const { data, error, refetch } = useDesk(whose, unitId)
  useWhilePresent(refetch)
  const [taking, setTaking] = useState<DeskLine | null>(null)
  const groups = data?.groups ?? []
  const lines = groups.flatMap(({ rule, items }) =>
    items.map((item): DeskLine => ({ rule, itemId: item.id, step: RULE_STEPS[rule] })),
  )
  const keys = useDeskKeys(lines, setTaking)
  const language = locale === 'en' ? 'en' : 'zh'
  return (
    <div className={`desk desk-${whose}`}>
      <PageHead title={title} note={data && t('desk.as-of', { day: data.asOf })} actions={actions} />
      {error && !data ? (
        <ErrorNote error={error} onRetry={refetch} />
      ) : !data ? (
        <LoadingLines lines={12} />
      ) : groups.length === 0 ? (
        <StateNote
          title={t(`desk.clear-${whose}`)}
          action={
            <Link to="/ledger" search={{}}>
              {t('desk.to-ledger')}
            </Link>
          }
        >
          {t('desk.clear-way')}
        </StateNote>
      ) : (
        <>
          <nav className="desk-counts" aria-label={t('desk.counts')}>
            <ul>
              {groups.map((group) => (
                <li key={group.rule}>
                  <Link to="/ledger" search={ledgerLink(group.query, group.name[language])}>
                    {group.name[language]}{' '}
                    <strong className="figure">
                      {group.count}
                      {!group.isCountExact && '+'}
                    </strong>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {groups.map((group) => (
            <DeskGroupPanel
              key={group.rule}
              group={group}
              asOf={data.asOf}
              active={keys.active}
              onTake={setTaking}
            />
          ))}
        </>
      )}
      {taking?.step && <DeskStep itemId={taking.itemId} step={taking.step} onClose={() => setTaking(null)} />}
      <KeyList isOpen={keys.isHelpOpen} onClose={keys.closeHelp} keys={keys.help} />
    </div>
  )
}
