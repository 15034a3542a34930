import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { type CompositeTable, useLeagueSteps } from '../../../api/leagues.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { FreezeModal } from '../parts/freeze-modal.tsx'
import { useIndicatorWords } from '../parts/use-indicator-words.ts'

interface FreezeLeagueDialogProps {
  table: CompositeTable
  onClose: () => void
}

/** Freezes exactly the scores on screen and goes to their publication. */
export function FreezeLeagueDialog({ table, onClose }: FreezeLeagueDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const words = useIndicatorWords()
  const navigate = useNavigate()
  const { freeze } = useLeagueSteps()
  const { league, period, cohort, asOf } = table
  const freezeAs = (title: string) =>
    freeze.mutate(
      { key: league.key, body: { period, cohort: cohort.key, ...(asOf > 0 && { asOf }), title } },
      {
        onSuccess: ({ number }) => {
          message.success(t('indicator.frozen', { number }))
          navigate({ to: '/indicators/publications/$number', params: { number: String(number) } })
        },
      },
    )
  return (
    <FreezeModal
      asOf={asOf}
      title={t('composite.publication-title', { league: league.name, period: words.period(period) })}
      isPending={freeze.isPending}
      error={freeze.error}
      onFreeze={freezeAs}
      onClose={onClose}
    />
  )
}
