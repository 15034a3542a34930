import type { ReactNode } from 'react'
import type { ItemDetail } from '../../../api/item-model.ts'
import { formatInstant } from '../../../i18n/format.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { LightMark } from '../../../ui/light-tag.tsx'
import { Panel } from './panel.tsx'

interface Act {
  readonly id: string
  readonly at: string
  readonly who: string
  readonly head: ReactNode
  readonly words: string
  readonly tail?: string | undefined
}

/** What the office did about it: pressing, letters, notices, verifications, and requests for a later day. */
export function ActsPanel({ item }: { item: ItemDetail }) {
  const { t } = useWords()
  const acts = [
    ...item.pressings.map(
      (each): Act => ({
        id: each.id,
        at: each.pressedAt,
        who: each.presser,
        head: (
          <>
            {each.colour && <LightMark light={each.colour} />} {t(`pressing.${each.kind}`)}{' '}
            {each.colour && t(`notice.${each.colour}`)} {each.number}
          </>
        ),
        words: each.text,
        tail: each.answerBy ? t('item.answer-by', { day: each.answerBy }) : undefined,
      }),
    ),
    ...item.verifications.map(
      (each): Act => ({
        id: each.id,
        at: each.verifiedAt,
        who: each.verifier,
        head: `${t(`verification.${each.purpose}`)} · ${t(`method.${each.method}`)}${each.thirdParty && ` (${each.thirdParty})`} · ${t(`result.${each.result}`)}`,
        words: each.findings,
      }),
    ),
    ...item.extensions.map(
      (each): Act => ({
        id: each.id,
        at: each.askedAt,
        who: each.asker,
        head: `${t('item.extension', { from: each.fromDue ?? '—', to: each.toDue })} · ${t(`extension.${each.state}`)}`,
        words: each.reason,
        tail: each.decider
          ? t('item.decided', { who: each.decider, note: each.decision || t(`extension.${each.state}`) })
          : undefined,
      }),
    ),
  ].toSorted((one, other) => other.at.localeCompare(one.at))
  if (acts.length === 0) return null
  return (
    <Panel title={t('item.acts')} note={t('item.acts-count', { count: acts.length })}>
      <ol className="acts">
        {acts.map(({ id, at, who, head, words, tail }) => (
          <li key={id}>
            <p>
              <strong>{head}</strong>
            </p>
            <p className="item-words">{words}</p>
            {tail && <p>{tail}</p>}
            <p className="soft">
              {who} · {formatInstant(at)}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
