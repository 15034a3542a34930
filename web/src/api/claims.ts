import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type Claim = Get<'/api/claims'>['claims'][number]
export type ClaimEvidence = NonNullable<Claim['evidence']>
type ClaimDetail = Get<'/api/claims/{id}'>
export type ClaimSuggestion = ClaimDetail['suggestions'][number]
export type ReportClaims = Get<'/api/reports-with-claims'>['reports'][number]
export type ClaimVerdict = NonNullable<Claim['verdict']>
type MatchClaim = BodyOf<paths['/api/claims/{id}/match']['post']>

interface AskClaims {
  readonly report?: string | undefined
  readonly verdict?: ClaimVerdict | 'unchecked' | undefined
  readonly match?: Claim['match']['state'] | undefined
  readonly page?: number | undefined
}

/** Claims of all reports, or of one. */
export function useClaims(asked: AskClaims) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  return useQuery({
    queryKey: ['claims', 'list', asked],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/claims', { params: { query } })),
  })
}

export function useReportsWithClaims() {
  return useQuery({
    queryKey: ['claims', 'reports'],
    queryFn: () => answerOf(client.GET('/api/reports-with-claims')),
  })
}

/** How the claims of a report stand, line by line. */
export function useClaimSheet(id: string) {
  return useQuery({
    queryKey: ['claims', 'sheet', id],
    queryFn: () => answerOf(client.GET('/api/reports-with-claims/{id}', { params: { path: { id } } })),
  })
}

/** A claim with what it may mean; nothing is asked while it is null. */
export function useClaim(id: string) {
  return useQuery({
    queryKey: ['claims', 'one', id],
    queryFn: () => answerOf(client.GET('/api/claims/{id}', { params: { path: { id } } })),
  })
}

/** Says what a claim means, and has claims of a report checked. */
export function useClaimSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: ['claims'] })
  const match = useMutation({
    mutationFn: ({ id, body }: { id: string; body: MatchClaim }) =>
      answerOf(client.POST('/api/claims/{id}/match', { params: { path: { id } }, body })),
    onSuccess,
  })
  const check = useMutation({
    mutationFn: (body: { report: string; claims?: string[] }) =>
      answerOf(client.POST('/api/claims/check', { body })),
    onSuccess,
  })
  return { match, check }
}
