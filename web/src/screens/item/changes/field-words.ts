import type { Words } from '../../../i18n/use-words.ts'

/** Fields whose values are words of a closed list: the prefix of their names in the catalogue. */
const LISTS: Readonly<Record<string, string>> = {
  state: 'state',
  light: 'light',
  stateBefore: 'state',
  kind: 'item-kind',
  origin: 'origin',
  priority: 'priority',
  reportFrequency: 'frequency',
  notice: 'notice',
}

/** Says a field and its value as people do. A field that no catalogue names keeps its own name: nothing is hidden. */
export function fieldWords(
  { t, find }: Words,
  nameOfUnit: (unitId: string | null) => string | undefined,
): {
  nameOfField: (field: string) => string
  wordsOf: (field: string, value: unknown) => string
} {
  const unit = (id: unknown) => nameOfUnit(String(id)) ?? t('unit.unknown')
  const wordsOf = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('item.empty-value')
    if (Array.isArray(value)) {
      if (value.length === 0) return t('item.empty-value')
      return value.map((each) => wordsOf(field, each)).join(t('app.list-separator'))
    }
    if (typeof value === 'boolean') return value ? t('app.yes') : t('app.no')
    if (/unitIds?$/i.test(field)) return unit(value)
    if (field === 'progress') return `${value}%`
    const list = LISTS[field]
    if (list) return find(`${list}.${String(value)}`) ?? String(value)
    if (typeof value === 'object') return ofObject(value as Readonly<Record<string, unknown>>)
    return String(value)
  }
  const ofObject = (value: Readonly<Record<string, unknown>>): string => {
    if (value.kind === 'linear') return t('item.plan.linear')
    if (Array.isArray(value.nodes)) return value.nodes.map(ofNode).join(t('app.list-separator'))
    if (typeof value.count === 'number' && typeof value.unit === 'string')
      return find(`item.limit.${value.unit}`, { count: value.count }) ?? String(value.count)
    if (typeof value.direction === 'string')
      return (
        find(`item.criterion.${value.direction}`, {
          indicator: String(value.indicator),
          target: String(value.target),
          unit: String(value.unitOfMeasure),
        }) ?? ''
      )
    return JSON.stringify(value)
  }
  const ofNode = ({ name, on, progress }: Readonly<Record<string, unknown>>) => `${name} ${on} ${progress}%`
  return { nameOfField: (field) => find(`item-field.${field}`) ?? field, wordsOf }
}
