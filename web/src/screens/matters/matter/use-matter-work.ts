import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useState } from 'react'
import { type LinkItem, type MatterDetail, type PartRef, useMatterSteps } from '../../../api/matters.ts'
import { isConflict } from '../../../api/problem.ts'
import { useRefreshReviews } from '../../../api/review-cycles.ts'
import { useDecideRecurrence } from '../../../api/reviews.ts'
import { useRefusalReason } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../ui/use-problem-sentence.ts'

export type MatterWork = ReturnType<typeof useMatterWork>

/** What an office does to a matter. Whoever was overtaken sees the matter as it is now, and is told by whom. */
export function useMatterWork(matter: MatterDetail) {
  const { t } = useWords()
  const { message } = App.useApp()
  const sentence = useProblemSentence()
  const navigate = useNavigate()
  const refresh = useRefreshReviews()
  const reason = useRefusalReason()('reviews.decide', [matter.unitId])
  const steps = useMatterSteps(matter.id)
  const decide = useDecideRecurrence()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const { version } = matter
  const onError = async (error: Error) => {
    if (!isConflict(error)) return void message.error(sentence(error))
    const { changedBy, version: now } = await steps.reload()
    message.warning(now === version ? sentence(error) : t('matter.changed-meanwhile', { who: changedBy }))
  }
  const told = (words: string) => () => void message.success(words)
  return {
    matter,
    reason,
    steps,
    chosen,
    isSending: steps.add.isPending || steps.split.isPending || steps.merge.isPending || steps.items.isPending,
    choose: (partId: string, isChosen: boolean) =>
      setChosen((before) => {
        const next = new Set(before)
        if (isChosen) next.add(partId)
        else next.delete(partId)
        return next
      }),
    add: (parts: PartRef[], onDone?: () => void) =>
      steps.add.mutate(
        { version, parts },
        {
          onSuccess: () => {
            message.success(t('matter.added', { count: parts.length }))
            onDone?.()
          },
          onError,
        },
      ),
    split: () =>
      steps.split.mutate(
        { version, partIds: [...chosen] },
        {
          onSuccess: ({ id }) => {
            message.success(t('matter.split-done'))
            navigate({ to: '/review/matters/$matterId', params: { matterId: id } })
          },
          onError,
        },
      ),
    merge: (otherId: string, onDone?: () => void) =>
      steps.merge.mutate(
        { version, otherId },
        {
          onSuccess: () => {
            message.success(t('matter.merged'))
            onDone?.()
          },
          onError,
        },
      ),
    item: (body: LinkItem, onDone?: () => void) =>
      steps.items.mutate(body, {
        onSuccess: () => {
          message.success(t(`matter.item-done.${body.do}`))
          onDone?.()
        },
        onError,
      }),
    /** Says that a sentence is not this matter; it is not suggested again. */
    dismiss(one: { id: string; at: string }, other: { id: string; at: string }) {
      const [earlier, later] = one.at <= other.at ? [one, other] : [other, one]
      decide.mutate(
        { earlierId: earlier.id, laterId: later.id, verdict: 'dismissed' },
        { onSuccess: told(t('review.dismissed')), onError, onSettled: refresh },
      )
    },
  }
}
