import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf } from './model.ts'

export type DefineIndicator = BodyOf<paths['/api/indicators']['post']>
export type ChangeDefinition = BodyOf<paths['/api/indicators/{code}']['patch']>
type CheckFormula = BodyOf<paths['/api/formulas/check']['post']>

/** Defines an indicator, or changes a definition from a day on. */
export function useDefinitionSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: ['indicators'] })
  const define = useMutation({
    mutationFn: (body: DefineIndicator) => answerOf(client.POST('/api/indicators', { body })),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ code, body }: { code: string; body: ChangeDefinition }) =>
      answerOf(client.PATCH('/api/indicators/{code}', { params: { path: { code } }, body })),
    onSuccess,
  })
  return { define, change }
}

/** What a formula comes to, or everything that is wrong with it; nothing is asked while it is null. */
export function useFormulaCheck(body: CheckFormula | null) {
  return useQuery({
    queryKey: ['formula', body],
    enabled: body !== null,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.POST('/api/formulas/check', { body: body! })),
  })
}
