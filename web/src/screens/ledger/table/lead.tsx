import type { Item } from '../../../api/model.ts'
import { useUnitIndex } from '../../../api/units.ts'
import { useWords } from '../../../i18n/use-words.ts'

/** The lead unit, and how many support it; where the source named no unit of the register, its words, visibly unresolved. */
export function Lead({ item }: { item: Pick<Item, 'leadUnitId' | 'responsibleText' | 'supportingUnitIds'> }) {
  const { t } = useWords()
  const { nameOf } = useUnitIndex()
  const names = item.supportingUnitIds.map((id) => nameOf(id) ?? t('unit.unknown'))
  return (
    <>
      <LeadName item={item} name={nameOf(item.leadUnitId)} />
      {names.length > 0 && (
        <span className="soft ledger-support" title={names.join(t('app.list-separator'))}>
          {' '}
          {t('ledger.supporting-count', { count: names.length })}
        </span>
      )}
    </>
  )
}

function LeadName({ item, name }: { item: Pick<Item, 'responsibleText'>; name: string | undefined }) {
  const { t } = useWords()
  if (name) return name
  if (item.responsibleText.length === 0) return <span className="soft">{t('ledger.no-lead')}</span>
  return (
    <span className="ledger-unresolved" title={t('unit.unresolved')}>
      {item.responsibleText.join(t('app.list-separator'))} <span>({t('unit.unresolved')})</span>
    </span>
  )
}
