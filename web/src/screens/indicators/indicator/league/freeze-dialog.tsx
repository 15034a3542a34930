import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { type LeagueTable, useFreeze } from '../../../../api/indicators.ts'
import type { IndicatorSearch } from '../../../../app/indicator-search.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { FreezeModal } from '../../parts/freeze-modal.tsx'

interface FreezeDialogProps {
  table: LeagueTable
  search: IndicatorSearch
  /** Proposed; it is the publication's title. */
  title: string
  onClose: () => void
}

/** Freezes exactly the table on screen, as of the vintage on screen, and goes to its publication. */
export function FreezeDialog({ table, search, title, onClose }: FreezeDialogProps) {
  const { t } = useWords()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const freeze = useFreeze()
  const freezeAs = (chosen: string) =>
    freeze.mutate(
      {
        indicator: table.indicator.code,
        title: chosen,
        period: table.period,
        cohort: table.cohort.key,
        measure: table.measure,
        asOf: table.asOf,
        first: table.first,
        against: search.against ?? 'previous',
      },
      {
        onSuccess: ({ number }) => {
          message.success(t('indicator.frozen', { number }))
          navigate({ to: '/indicators/publications/$number', params: { number: String(number) } })
        },
      },
    )
  return (
    <FreezeModal
      asOf={table.asOf}
      title={title}
      isPending={freeze.isPending}
      error={freeze.error}
      onFreeze={freezeAs}
      onClose={onClose}
    />
  )
}
