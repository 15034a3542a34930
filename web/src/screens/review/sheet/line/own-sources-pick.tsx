import { Select } from 'antd'
import type { Source } from '../../../../api/review-model.ts'
import { useOwnSources } from '../../../../api/review-sheets.ts'
import { useWords } from '../../../../i18n/use-words.ts'
import { useProblemSentence } from '../../../../ui/use-problem-sentence.ts'
import { sourceWords } from '../panel/source-words.ts'
import type { LineWork } from '../use-line-work.ts'

interface OwnSourcesPickProps {
  work: LineWork
  chosen: readonly Source[]
  onChange: (sources: Source[]) => void
}

/** What an own line rests on: figures, pace, items and statements of the unit, found by their words. */
export function OwnSourcesPick({ work: { sheet }, chosen, onChange }: OwnSourcesPickProps) {
  const words = useWords()
  const { t } = words
  const sentence = useProblemSentence()
  const { data, isPending, error } = useOwnSources(sheet.reviewId, sheet.unitId)
  const sources = data?.sources ?? []
  const byHref = new Map(sources.map((source) => [source.href, source]))
  const kinds = [...new Set(sources.map(({ kind }) => kind))]
  const options = kinds.map((kind) => ({
    label: t(`cycle.source-kind.${kind}`),
    options: sources
      .filter((source) => source.kind === kind)
      .map((source) => ({ value: source.href, label: nameOf(source, words) })),
  }))
  return (
    <Select
      mode="multiple"
      size="small"
      style={{ width: '100%' }}
      aria-label={t('cycle.own-sources')}
      placeholder={t('cycle.own-sources')}
      loading={isPending}
      maxCount={20}
      notFoundContent={error ? sentence(error) : undefined}
      showSearch={{ optionFilterProp: 'label' }}
      value={chosen.map(({ href }) => href)}
      options={options}
      onChange={(hrefs: string[]) => onChange(hrefs.flatMap((href) => byHref.get(href) ?? []))}
    />
  )
}

function nameOf(source: Source, words: Pick<ReturnType<typeof useWords>, 't' | 'locale'>): string {
  // The value of an item is its deadline, which its number tells apart well enough.
  const { label } = source
  return source.kind === 'item' && label.key
    ? `${label.key} ${label.title ?? ''}`
    : sourceWords(source, words)
}
