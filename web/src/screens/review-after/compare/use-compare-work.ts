import { App } from 'antd'
import { useState } from 'react'
import { type DecidePair, useAfterSteps } from '../../../api/review-after.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'
import type { CompareRow } from './compare-rows.ts'

export type CompareWork = ReturnType<typeof useCompareWork>

/** Which row is active, and what is decided about it; deciding goes on to the next row. */
export function useCompareWork(reviewId: string, rows: readonly CompareRow[]) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const reason = useRefusalReason()('reviews.decide')
  const { decide } = useAfterSteps(reviewId)
  const [activeId, setActive] = useState<string | null>(null)
  const at = rows.findIndex(({ id }) => id === activeId)
  const choose = (id: string) => {
    setActive(id)
    document.querySelector(`[data-compare="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const step = (by: number) => {
    const next = at < 0 ? rows[0] : rows[Math.max(0, Math.min(rows.length - 1, at + by))]
    if (next) choose(next.id)
  }
  const say = async (body: DecidePair) => {
    if (reason) return
    // Awaited one by one: callbacks of `mutate` are called for the last one only.
    try {
      await decide.mutateAsync(body)
      message.success(t(`after.said.${body.verdict}`))
    } catch (error) {
      message.error(sentence(error))
    }
  }
  return {
    activeId,
    reason,
    isSending: decide.isPending,
    choose,
    step,
    active: () => rows[at],
    say,
    /** On the active row, by key. */
    decideActive(verdict: DecidePair['verdict']) {
      const row = rows[at]
      if (row?.group !== 'pairs' || reason) return
      say({ lineId: row.pair.line.lineId, statementId: row.pair.statement.statementId, verdict })
      step(1)
    },
  }
}
