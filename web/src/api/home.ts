import { useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'

export function useHome() {
  return useQuery({ queryKey: ['home'], queryFn: () => answerOf(client.GET('/api/home')) })
}
