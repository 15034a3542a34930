import { useMemo } from 'react'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'
import { fieldWords } from './field-words.ts'

/** Names of an item's fields and their values, in words. */
export function useFieldWords(): ReturnType<typeof fieldWords> {
  const words = useWords()
  const { nameOf } = useUnitIndex()
  return useMemo(() => fieldWords(words, nameOf), [words, nameOf])
}
