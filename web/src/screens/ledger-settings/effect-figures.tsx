import { Alert } from 'antd'
import type { usePreviewLights } from '../../api/ledger-settings.ts'
import { useWords } from '../../i18n/use-words.ts'
import { LightTag } from '../../ui/light-tag.tsx'

type Effect = NonNullable<ReturnType<typeof usePreviewLights>['data']>

/** From which light to which, and how many; or what stands against the rules. */
export function EffectFigures({ effect }: { effect: Effect }) {
  const { t } = useWords()
  const { faults, running, changed, turned, moves, asOf } = effect
  if (faults.length > 0)
    return (
      <Alert
        type="error"
        role="alert"
        title={t('ledger-settings.faults', { count: faults.length })}
        description={
          <ol className="settings-faults">
            {faults.map(({ code, rule, sentence }) => (
              <li key={`${code} ${rule} ${sentence}`}>{sentence}</li>
            ))}
          </ol>
        }
      />
    )
  return (
    <div className="settings-effect">
      <p>
        {changed > 0
          ? t('ledger-settings.effect', { running, changed, asOf })
          : t('ledger-settings.no-effect', { running, asOf })}
      </p>
      {moves.length > 0 && (
        <table>
          <caption className="visually-hidden">{t('ledger-settings.moves')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('ledger-settings.from')}</th>
              <th scope="col">{t('ledger-settings.to')}</th>
              <th scope="col" className="is-right">
                {t('ledger-settings.count')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ from, to, count }) => (
              <tr key={`${from} ${to}`}>
                <td>
                  <LightTag light={from} />
                </td>
                <td>
                  <LightTag light={to} />
                </td>
                <td className="is-right figure">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="soft">{t('ledger-settings.effect-later', { turned })}</p>
    </div>
  )
}
