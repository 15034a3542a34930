import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type ReadingGrid = Get<'/api/readings'>
export type Reading = ReadingGrid['readings'][number]
type ReportReadings = BodyOf<paths['/api/readings']['put']>
export type ReadingEntry = ReportReadings['entries'][number]
type VerifyReadings = BodyOf<paths['/api/readings/verify']['post']>
type ReturnReadings = BodyOf<paths['/api/readings/return']['post']>
type PublishReadings = BodyOf<paths['/api/vintages']['post']>

interface AskGrid {
  readonly period: string
  readonly cohort?: string | undefined
}

/** What is reported for a period, indicators by units. */
export function useReadingGrid({ period, cohort }: AskGrid) {
  return useQuery({
    queryKey: ['readings', period, cohort ?? ''],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(client.GET('/api/readings', { params: { query: { period, ...(cohort ? { cohort } : {}) } } })),
  })
}

/** What can be done with readings; the grid is asked again after each. */
export function useReadingSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: ['readings'] })
  const report = useMutation({
    mutationFn: (body: ReportReadings) => answerOf(client.PUT('/api/readings', { body })),
    onSuccess: ({ isSaved }) => (isSaved ? onSuccess() : undefined),
  })
  const verify = useMutation({
    mutationFn: (body: VerifyReadings) => answerOf(client.POST('/api/readings/verify', { body })),
    onSuccess,
  })
  const sendBack = useMutation({
    mutationFn: (body: ReturnReadings) => answerOf(client.POST('/api/readings/return', { body })),
    onSuccess,
  })
  const publish = useMutation({
    mutationFn: (body: PublishReadings) => answerOf(client.POST('/api/vintages', { body })),
    onSuccess: () =>
      Promise.all([onSuccess(), cache.invalidateQueries({ queryKey: ['indicators'] })]).then(() => undefined),
  })
  return { report, verify, sendBack, publish }
}

export type ReadingSteps = ReturnType<typeof useReadingSteps>
export type ReportOutcome = NonNullable<ReadingSteps['report']['data']>
