import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type RoleMatrix = Get<'/api/roles'>
export type RoleLine = RoleMatrix['roles'][number]
export type PermissionLine = RoleMatrix['permissions'][number]
export type RoleScope = RoleLine['permissions'][string]
export type Holder = Get<'/api/permission-holders'>['people'][number]
export type Holdings = Get<'/api/accounts/{accountId}/holdings'>
export type Assignment = Holdings['assignments'][number]
export type Leave = Get<'/api/leave'>
export type Delegation = Leave['delegations'][number]
type NewRole = BodyOf<paths['/api/roles']['post']>
type ChangeRole = BodyOf<paths['/api/roles/{role}']['put']>
type NewAssignment = BodyOf<paths['/api/accounts/{accountId}/assignments']['post']>
export type NewDelegation = BodyOf<paths['/api/leave/delegations']['post']>

export const useRoles = () =>
  useQuery({ queryKey: ['roles', 'list'], queryFn: () => answerOf(client.GET('/api/roles')) })

export const useHolders = (permission: string | undefined, unitId: string | null) =>
  useQuery({
    queryKey: ['roles', 'holders', permission, unitId],
    enabled: permission !== undefined,
    queryFn: async () => {
      const query = { permission: permission!, ...(unitId ? { unitId } : {}) }
      return (await answerOf(client.GET('/api/permission-holders', { params: { query } }))).people
    },
  })

export const useHoldings = (accountId: string) =>
  useQuery({
    queryKey: ['roles', 'holdings', accountId],
    queryFn: () =>
      answerOf(client.GET('/api/accounts/{accountId}/holdings', { params: { path: { accountId } } })),
  })

export const useLeave = () =>
  useQuery({ queryKey: ['roles', 'leave'], queryFn: () => answerOf(client.GET('/api/leave')) })

/** Changes of roles and of who holds them; each asks for the lists again. */
export function useRoleSteps() {
  const cache = useQueryClient()
  const onSuccess = async () => {
    await cache.invalidateQueries({ queryKey: ['roles'] })
    await cache.invalidateQueries({ queryKey: ['accounts'] })
  }
  return {
    make: useMutation({
      mutationFn: (body: NewRole) => answerOf(client.POST('/api/roles', { body })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ role, body }: { role: string; body: ChangeRole }) =>
        answerOf(client.PUT('/api/roles/{role}', { params: { path: { role } }, body })),
      onSuccess,
    }),
    retire: useMutation({
      mutationFn: ({ role, ...body }: { role: string; version: number; isRetired: boolean }) =>
        answerOf(client.POST('/api/roles/{role}/retirement', { params: { path: { role } }, body })),
      onSuccess,
    }),
    assign: useMutation({
      mutationFn: ({ accountId, body }: { accountId: string; body: NewAssignment }) =>
        answerOf(
          client.POST('/api/accounts/{accountId}/assignments', { params: { path: { accountId } }, body }),
        ),
      onSuccess,
    }),
    takeBack: useMutation({
      mutationFn: (path: { accountId: string; assignmentId: string }) =>
        answerOf(client.DELETE('/api/accounts/{accountId}/assignments/{assignmentId}', { params: { path } })),
      onSuccess,
    }),
    delegateOwn: useMutation({
      mutationFn: (body: NewDelegation) => answerOf(client.POST('/api/leave/delegations', { body })),
      onSuccess,
    }),
    delegateFor: useMutation({
      mutationFn: ({ accountId, body }: { accountId: string; body: NewDelegation }) =>
        answerOf(
          client.POST('/api/accounts/{accountId}/delegations', { params: { path: { accountId } }, body }),
        ),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (delegationId: string) =>
        answerOf(
          client.DELETE('/api/leave/delegations/{delegationId}', { params: { path: { delegationId } } }),
        ),
      onSuccess,
    }),
  }
}
