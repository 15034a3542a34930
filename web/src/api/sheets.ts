import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'
import { sendSheet } from './send-sheet.ts'

export type SheetImport = Get<'/api/sheets/{id}'>
export type SheetImportLine = Get<'/api/sheets'>[number]
export type SheetImportState = SheetImport['state']
export type SheetColumn = SheetImport['columns'][number]
export type SheetField = NonNullable<SheetColumn['field']>
export type SheetOptions = SheetImport['options']
export type SheetNote = SheetImport['problems'][number]
export type SheetPreviewRow = SheetImport['preview'][number]
export type CheckSheet = BodyOf<paths['/api/sheets/{id}/check']['post']>
export type ProposeSheet = BodyOf<paths['/api/sheets/{id}/propose']['post']>

const POLL_MS = 700

/** Whether the server is at work on it. */
export const isUnderWay = ({ state }: { state: SheetImportState }) =>
  state === 'checking' || state === 'running'

/** The latest imports of the office. */
export function useSheets() {
  return useQuery({
    queryKey: ['sheets'],
    queryFn: () => answerOf(client.GET('/api/sheets')),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? POLL_MS * 3 : false),
  })
}

/** One import, asked again and again while the server is at work on it. */
export function useSheet(id: string) {
  return useQuery({
    queryKey: ['sheet', id],
    queryFn: () => answerOf(client.GET('/api/sheets/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? POLL_MS : false),
  })
}

/** Hands in a spreadsheet; `onProgress` hears the share of bytes sent, 0–1. */
export function useUploadSheet(onProgress: (share: number) => void) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (file: File) => sendSheet<SheetImport>(file, { to: '/api/sheets', onProgress }),
    onSuccess: keep,
  })
}

/** What can be done with an import: each answers how it stands then. */
export function useSheetSteps(id: string) {
  const keep = useKeep()
  const params = { path: { id } }
  const propose = useMutation({
    mutationFn: (body: ProposeSheet) => answerOf(client.POST('/api/sheets/{id}/propose', { params, body })),
    onSuccess: keep,
  })
  const check = useMutation({
    mutationFn: (body: CheckSheet) => answerOf(client.POST('/api/sheets/{id}/check', { params, body })),
    onSuccess: keep,
  })
  const start = useMutation({
    mutationFn: () => answerOf(client.POST('/api/sheets/{id}/start', { params })),
    onSuccess: keep,
  })
  const cancel = useMutation({
    mutationFn: () => answerOf(client.POST('/api/sheets/{id}/cancel', { params })),
    onSuccess: keep,
  })
  return { propose, check, start, cancel }
}

export const problemsHref = (id: string) => `/api/sheets/${id}/problems`

function useKeep() {
  const cache = useQueryClient()
  return (sheet: SheetImport) => {
    cache.setQueryData(['sheet', sheet.id], sheet)
    cache.invalidateQueries({ queryKey: ['sheets'] })
  }
}
