import { Checkbox, Input, InputNumber } from 'antd'
import { useWords } from '../../../i18n/use-words.ts'
import type { MappingDraft } from './use-mapping-draft.ts'

const FLAGS = ['takesOver', 'keepsUnknownUnits', 'clearsEmpty', 'progressIsFraction'] as const

/** How the rows are read. */
export function OptionFields({ mapping }: { mapping: MappingDraft }) {
  const { t } = useWords()
  const { options } = mapping.draft
  const set = mapping.setOptions
  return (
    <fieldset className="sheet-options">
      <legend>{t('import.options')}</legend>
      <div className="sheet-options-line">
        <label htmlFor="sheet-year" title={t('import.option.year-help')}>
          {t('import.option.year')}
          <InputNumber
            id="sheet-year"
            min={1990}
            max={2100}
            precision={0}
            value={options.year}
            placeholder={t('import.option.year-none')}
            onChange={(year) => set({ year: year ?? null })}
          />
        </label>
        <label htmlFor="sheet-prefix" title={t('import.option.prefix-help')}>
          {t('import.option.prefix')}
          <Input
            id="sheet-prefix"
            maxLength={20}
            value={options.numberPrefix}
            onChange={({ target }) => set({ numberPrefix: target.value })}
          />
        </label>
        <label htmlFor="sheet-reason" className="is-wide" title={t('import.option.reason-help')}>
          {t('import.option.reason')}
          <Input
            id="sheet-reason"
            maxLength={500}
            value={options.reason ?? ''}
            onChange={({ target }) => set({ reason: target.value || null })}
          />
        </label>
      </div>
      <div className="sheet-flags">
        {FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            checked={options[flag]}
            onChange={({ target }) => set({ [flag]: target.checked })}
          >
            {t(`import.option.${flag}`)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
