import { useWords } from '../i18n/use-words.ts'

/** The sentence to show for a failure: the server's own where it gave one. */
export function useProblemSentence(): (error: unknown) => string {
  const { t } = useWords()
  return (error) => {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'web.offline') return t('app.offline')
      if (error.message) return error.message
    }
    return t('app.unexpected')
  }
}
