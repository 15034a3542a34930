import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from '../../api/problem.ts'
import { type NewReport, useReceiveReport } from '../../api/reports.ts'
import { useWords } from '../../i18n/use-words.ts'

/** How far one report has come: bytes going up, then the server reading, then refused with its sentence. */
export interface Receiving {
  readonly name: string
  readonly stage: 'sending' | 'reading' | 'refused'
  readonly share: number
  readonly error?: unknown
  /** The report that was received before with the same content. */
  readonly existingId?: string
}

/** Hands in one report at a time and opens it when it has been read. */
export function useReceiving() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [receiving, setReceiving] = useState<Receiving | null>(null)
  const send = useReceiveReport((share) =>
    setReceiving((now) => now && { ...now, share, stage: share >= 1 ? 'reading' : 'sending' }),
  )
  const receive = (report: NewReport) => {
    const name = 'file' in report ? report.file.name : t('reports.pasted-name')
    setReceiving({ name, stage: 'sending', share: 0 })
    send.mutate(report, {
      onSuccess: ({ id }) => navigate({ to: '/reports/$reportId', params: { reportId: id }, search: {} }),
      onError: (error) => {
        const id = error instanceof Problem ? error.details.id : undefined
        setReceiving({
          name,
          stage: 'refused',
          share: 1,
          error,
          ...(typeof id === 'string' ? { existingId: id } : {}),
        })
      },
    })
  }
  return { receiving, receive, dismiss: () => setReceiving(null) }
}
