import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client, requestHeaders } from './client.ts'
import type { Get } from './model.ts'
import { Problem } from './problem.ts'

export type DocumentTemplate = Get<'/api/reviews/templates'>['templates'][number]
export type TemplateVersion = Get<'/api/reviews/templates/{kind}/versions'>['versions'][number]
export type TemplateField = DocumentTemplate['fields'][number]

/** Why a changed template cannot be taken: the placeholder, and the paragraph that it stands in. */
export interface TemplateFault {
  readonly kind: string
  readonly tag: string
  readonly near: string
}

const KEY = ['review-templates']

export function useTemplates() {
  return useQuery({ queryKey: KEY, queryFn: () => answerOf(client.GET('/api/reviews/templates')) })
}

export function useTemplateVersions(kind: DocumentTemplate['kind']) {
  return useQuery({
    queryKey: [...KEY, kind, 'versions'],
    queryFn: () =>
      answerOf(client.GET('/api/reviews/templates/{kind}/versions', { params: { path: { kind } } })),
  })
}

interface Changed {
  readonly kind: DocumentTemplate['kind']
  readonly file: File
}

/** Takes a changed template, tries one out without keeping it, or goes back to the one that ships. */
export function useTemplateSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: KEY })
  const change = useMutation({
    mutationFn: ({ kind, file }: Changed) => sendFile('PUT', `/api/reviews/templates/${kind}`, file),
    onSuccess,
  })
  const tryOut = useMutation({
    mutationFn: async ({ kind, file }: Changed) => {
      const answer = await sendFile('POST', `/api/reviews/templates/${kind}/preview?format=html`, file)
      return answer.text()
    },
  })
  const reset = useMutation({
    mutationFn: (kind: DocumentTemplate['kind']) =>
      answerOf(client.DELETE('/api/reviews/templates/{kind}', { params: { path: { kind } } })),
    onSuccess,
  })
  return { change, tryOut, reset }
}

/** @throws Problem with the server's sentence and, in its details, what is wrong with the template. */
async function sendFile(method: 'PUT' | 'POST', path: string, file: File): Promise<Response> {
  const body = new FormData()
  body.append('file', file, file.name)
  const init = { method, headers: requestHeaders(), credentials: 'same-origin', body } as const
  const answer = await fetch(path, init).catch(() => {
    throw new Problem(0, null)
  })
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => null))
  return answer
}
