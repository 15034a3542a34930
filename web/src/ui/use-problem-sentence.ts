import { useWords } from '../i18n/use-words.ts'

/** The sentence to show for a failure: the server's own where it gave one, with the fields that it refused. */
export function useProblemSentence(): (error: unknown) => string {
  const { t } = useWords()
  return (error) => {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'web.offline') return t('app.offline')
      const fields = 'refusedFields' in error ? (error.refusedFields as string[]).join('; ') : ''
      if (fields) return t('app.refused-fields', { sentence: error.message, fields })
      if (error.message) return error.message
    }
    return t('app.unexpected')
  }
}
