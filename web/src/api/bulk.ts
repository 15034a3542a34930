import { useMutation } from '@tanstack/react-query'
import type { BulkDispatch, BulkPress, BulkResult } from '../../../src/modules/ledger/schema.ts'
import { answerOf, client } from './client.ts'
import { useRefreshItems } from './items.ts'

export type { BulkResult }

/** Dispatches many; each that cannot be is left out and says why. */
export function useBulkDispatch() {
  const refresh = useRefreshItems()
  return useMutation({
    mutationFn: (body: BulkDispatch) => answerOf(client.POST('/api/items/bulk/dispatch', { body })),
    onSuccess: refresh,
  })
}

/** Presses many. */
export function useBulkPress() {
  const refresh = useRefreshItems()
  return useMutation({
    mutationFn: (body: BulkPress) => answerOf(client.POST('/api/items/bulk/press', { body })),
    onSuccess: refresh,
  })
}
