import { useWords } from '../i18n/use-words.ts'
import './kind-tag.css'

export type KindName = 'rank' | 'first' | 'figure' | 'shortfall' | 'task' | 'metric'

export const KIND_NAMES: readonly KindName[] = ['rank', 'first', 'figure', 'shortfall', 'task', 'metric']

/** The kind of a statement: its word over the underline that marks the same kind in the text. */
export function KindTag({ kind }: { kind: KindName }) {
  const { t } = useWords()
  return <span className={`kind kind-${kind}`}>{t(`kind.${kind}`)}</span>
}
