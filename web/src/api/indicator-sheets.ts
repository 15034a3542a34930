import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'
import { sendSheet } from './send-sheet.ts'

export type TableImport = Get<'/api/indicator-sheets/{id}'>
export type TableImportLine = Get<'/api/indicator-sheets'>[number]
export type TableColumn = TableImport['columns'][number]
export type TableMapping = BodyOf<paths['/api/indicator-sheets/{id}/check']['post']>
export type ColumnRole = TableMapping['columns'][number]
export type ValueColumn = Extract<ColumnRole, { role: 'value' }>
export type TableFinding = TableImport['findings'][number]
export type TableProblem = TableImport['problems'][number]
export type StartTable = BodyOf<paths['/api/indicator-sheets/{id}/start']['post']>
type ProposeTable = BodyOf<paths['/api/indicator-sheets/{id}/propose']['post']>
type Decisions = BodyOf<paths['/api/indicator-sheets/{id}/decide']['post']>

const POLL_MS = 700

/** Whether the server is at work on it. */
export const isTableUnderWay = ({ state }: Pick<TableImport, 'state'>) =>
  state === 'checking' || state === 'running'

/** The latest imports of tables. */
export function useTableImports() {
  return useQuery({
    queryKey: ['indicator-sheets'],
    queryFn: () => answerOf(client.GET('/api/indicator-sheets')),
    refetchInterval: ({ state }) => (state.data?.some(isTableUnderWay) ? POLL_MS * 3 : false),
  })
}

/** One import, asked again and again while the server is at work on it. */
export function useTableImport(id: string) {
  return useQuery({
    queryKey: ['indicator-sheet', id],
    queryFn: () => answerOf(client.GET('/api/indicator-sheets/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isTableUnderWay(state.data) ? POLL_MS : false),
  })
}

/** Hands in a table; `onProgress` hears the share of bytes sent, 0–1. */
export function useUploadTable(onProgress: (share: number) => void) {
  const keep = useKeep()
  return useMutation({
    mutationFn: (file: File) => sendSheet<TableImport>(file, { to: '/api/indicator-sheets', onProgress }),
    onSuccess: keep,
  })
}

/** What can be done with an import: each answers how it stands then. */
export function useTableSteps(id: string) {
  const keep = useKeep()
  const params = { path: { id } }
  const propose = useMutation({
    mutationFn: (body: ProposeTable) =>
      answerOf(client.POST('/api/indicator-sheets/{id}/propose', { params, body })),
    onSuccess: keep,
  })
  const check = useMutation({
    mutationFn: (body: TableMapping) =>
      answerOf(client.POST('/api/indicator-sheets/{id}/check', { params, body })),
    onSuccess: keep,
  })
  const decide = useMutation({
    mutationFn: (body: Decisions) =>
      answerOf(client.POST('/api/indicator-sheets/{id}/decide', { params, body })),
    onSuccess: keep,
  })
  const start = useMutation({
    mutationFn: (body: StartTable) =>
      answerOf(client.POST('/api/indicator-sheets/{id}/start', { params, body })),
    onSuccess: keep,
  })
  const cancel = useMutation({
    mutationFn: () => answerOf(client.POST('/api/indicator-sheets/{id}/cancel', { params })),
    onSuccess: keep,
  })
  return { propose, check, decide, start, cancel }
}

export type TableSteps = ReturnType<typeof useTableSteps>

export const tableProblemsHref = (id: string) => `/api/indicator-sheets/${id}/problems`

function useKeep() {
  const cache = useQueryClient()
  return (table: TableImport) => {
    cache.setQueryData(['indicator-sheet', table.id], table)
    cache.invalidateQueries({ queryKey: ['indicator-sheets'] })
    // A vintage may be there now: every table of values is another one.
    if (table.state === 'done') cache.invalidateQueries({ queryKey: ['indicators'] })
  }
}
