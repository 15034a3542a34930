import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { ReportSummary } from './model.ts'
import { sendReportFile } from './send-report-file.ts'

export function useReports(page: number, pageSize: number) {
  return useQuery({
    queryKey: ['reports', { page, pageSize }],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/reports', { params: { query: { page, pageSize } } })),
  })
}

/** A report never changes once received: its statements do. */
export function useReport(id: string) {
  return useQuery({
    queryKey: ['report', id],
    staleTime: 5 * 60_000,
    queryFn: () => answerOf(client.GET('/api/reports/{id}', { params: { path: { id } } })),
  })
}

export type NewReport = ({ file: File } | { text: string }) & { reportDate: string | null }

/** Hands in a report; `onProgress` hears the share of bytes sent, 0–1, for a file. */
export function useReceiveReport(onProgress: (share: number) => void) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (report: NewReport): Promise<ReportSummary> => {
      if ('file' in report) return sendReportFile(report.file, report.reportDate, onProgress)
      const body = { text: report.text, ...(report.reportDate ? { reportDate: report.reportDate } : {}) }
      onProgress(1)
      return answerOf(client.POST('/api/reports', { body }))
    },
    onSuccess: () => {
      cache.invalidateQueries({ queryKey: ['reports'] })
      cache.invalidateQueries({ queryKey: ['home'] })
    },
  })
}
