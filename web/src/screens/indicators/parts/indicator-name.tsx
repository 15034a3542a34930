import { useQuery } from '@tanstack/react-query'
import { indicatorQuery } from '../../../api/indicators.ts'
import { useIndicatorWords } from './use-indicator-words.ts'

/** An indicator by its name; by its code until that is known. */
export function IndicatorName({ code }: { code: string }) {
  const { named } = useIndicatorWords()
  const { data } = useQuery(indicatorQuery(code))
  return data ? named(data) : code
}
