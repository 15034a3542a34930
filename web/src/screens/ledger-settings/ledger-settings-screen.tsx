import { Link, useSearch } from '@tanstack/react-router'
import { Alert } from 'antd'
import { PermittedScreen, useRefusalReason } from '../../app/permitted-screen.tsx'
import { SETTINGS_PARTS, type SettingsPart } from '../../app/settings-search.ts'
import { useWords } from '../../i18n/use-words.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { CalendarPanel } from './calendar/calendar-panel.tsx'
import './ledger-settings.css'
import { LightsPanel } from './lights/lights-panel.tsx'
import { LimitsPanel } from './limits/limits-panel.tsx'

/** How the ledger measures: limits and reminders, rules for lights, the days that are worked. */
export function LedgerSettingsScreen() {
  return (
    <PermittedScreen permission="ledger.read">
      <LedgerSettings />
    </PermittedScreen>
  )
}

function LedgerSettings() {
  const { t } = useWords()
  const { part = 'limits' } = useSearch({ from: '/house/ledger/settings' })
  const reason = useRefusalReason()('ledger.configure')
  return (
    <div className="settings">
      <PageHead title={t('ledger-settings.title')} />
      <nav className="settings-parts no-print" aria-label={t('ledger-settings.parts')}>
        {SETTINGS_PARTS.map((name) => (
          <Link
            key={name}
            to="/ledger/settings"
            activeOptions={{ exact: true }}
            search={name === 'limits' ? {} : { part: name }}
            aria-current={name === part ? 'page' : undefined}
          >
            {t(`ledger-settings.part.${name}`)}
          </Link>
        ))}
      </nav>
      {reason && (
        <Alert className="settings-alert" type="info" title={t('ledger-settings.read-only', { reason })} />
      )}
      <Part part={part} reason={reason} />
    </div>
  )
}

function Part({ part, reason }: { part: SettingsPart; reason: string | undefined }) {
  switch (part) {
    case 'limits':
      return <LimitsPanel isReadOnly={reason !== undefined} />
    case 'lights':
      return <LightsPanel isReadOnly={reason !== undefined} />
    case 'calendar':
      return <CalendarPanel isReadOnly={reason !== undefined} />
  }
}
