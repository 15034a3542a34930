import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** Fields whose values have words in the catalogues, and under which names. */
const WORDS: Readonly<Record<string, string>> = {
  state: 'state',
  light: 'light',
  kind: 'item-kind',
  origin: 'origin',
  priority: 'priority',
  reportFrequency: 'frequency',
}
const UNITS = ['leadUnitId', 'supportingUnitIds']

/** A field's value as people read it. */
export function useFieldText(): (field: string, value: unknown) => string {
  const { t, find } = useWords()
  const { nameOf } = useUnitIndex()
  const separator = t('app.list-separator')
  const one = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('app.none')
    if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no')
    if (UNITS.includes(field)) return nameOf(String(value)) ?? t('unit.unknown')
    if (field in WORDS) return find(`${WORDS[field]}.${value}`) ?? String(value)
    return typeof value === 'object' ? objectText(value) : String(value)
  }
  const objectText = (value: object): string => {
    if ('nodes' in value && Array.isArray(value.nodes)) {
      return value.nodes.map(({ name, on, progress }) => `${name} ${on} ${progress}%`).join(separator)
    }
    if ('kind' in value && value.kind === 'linear') return t('ledger.plan.linear')
    if ('indicator' in value) {
      const { indicator, direction, target, unitOfMeasure } = value as Record<string, string>
      return `${indicator} ${find(`ledger.criterion.${direction}`) ?? ''} ${target}${unitOfMeasure}`
    }
    if ('count' in value && 'unit' in value)
      return `${value.count} ${find(`ledger.limit.unit-${value.unit}`) ?? ''}`
    return JSON.stringify(value)
  }
  return (field, value) =>
    Array.isArray(value)
      ? value.map((part) => one(field, part)).join(separator) || t('app.none')
      : one(field, value)
}
