import type { MessageKey } from '../../i18n/translate.ts'

interface Room {
  readonly to:
    | '/'
    | '/desk'
    | '/my-unit'
    | '/reports'
    | '/check'
    | '/ledger'
    | '/ledger/statistics'
    | '/indicators'
    | '/indicators/pace'
    | '/review'
    | '/units'
    | '/journal'
    | '/accounts'
  /** Other addresses of the room. */
  readonly also?: string
  readonly name: MessageKey
  readonly permission?: string
  /** Stands under the room before it. */
  readonly isInner?: true
  /** An SVG path on a 20 × 20 ground, drawn as a line. */
  readonly icon: string
}

/** The rooms in the order of the cycle. */
export const ROOMS: readonly Room[] = [
  { to: '/', name: 'nav.home', icon: 'M3 9.5 10 4l7 5.5V17h-4.5v-4.5h-5V17H3z' },
  {
    to: '/desk',
    name: 'nav.desk',
    permission: 'ledger.dispatch',
    icon: 'M3 11h14M5 11V5h10v6M4 11v5M16 11v5M8 8h4',
  },
  {
    to: '/my-unit',
    name: 'nav.my-unit',
    permission: 'ledger.read',
    icon: 'M4 5h12v11H4zM4 8h12M7 3v3M13 3v3M7.5 12l2 2 3.5-3.5',
  },
  {
    to: '/reports',
    name: 'nav.reports',
    permission: 'reports.read',
    icon: 'M5 3h7l3 3v11H5zM8 8h4M8 11h5M8 14h5',
  },
  {
    to: '/check',
    name: 'nav.check',
    permission: 'reviews.check',
    isInner: true,
    icon: 'M4 3h9l3 3v5M4 3v14h5M7 7h5M7 10h4M10.5 14.5l2 2 4-4.5',
  },
  {
    to: '/ledger',
    name: 'nav.ledger',
    permission: 'ledger.read',
    icon: 'M3 4h14v12H3zM3 8h14M3 12h14M8 8v8',
  },
  {
    to: '/ledger/statistics',
    name: 'nav.statistics',
    permission: 'ledger.read',
    isInner: true,
    icon: 'M4 16V9h3v7M9 16V5h3v11M14 16v-5h3v5M3 17h15',
  },
  {
    to: '/indicators',
    name: 'nav.indicators',
    permission: 'indicators.read',
    icon: 'M3 16V4M3 16h14M6 13l3.5-4 3 2.5L17 6M13.5 6H17v3.5',
  },
  {
    to: '/indicators/pace',
    name: 'nav.pace',
    permission: 'indicators.read',
    isInner: true,
    icon: 'M4 15a7 7 0 1 1 12 0M10 12l3.5-4M10 12h.01',
  },
  {
    to: '/review',
    also: '/reviews',
    name: 'nav.reviews',
    permission: 'reviews.read',
    icon: 'M4 16V9M8 16V5M12 16v-5M16 16V7M2 17h16',
  },
  {
    to: '/units',
    name: 'nav.units',
    permission: 'units.read',
    icon: 'M8 3h4v4H8zM3 13h4v4H3zM13 13h4v4h-4zM10 7v3M5 13v-3h10v3',
  },
  {
    to: '/journal',
    name: 'nav.journal',
    permission: 'journal.read',
    icon: 'M5 3h10v14H5zM5 6H3M5 10H3M5 14H3M8 7h4M8 10h4',
  },
  {
    to: '/accounts',
    name: 'nav.accounts',
    permission: 'identity.list-accounts',
    icon: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3.5 2-5.5 5-5.5s5 2 5 5.5M14 5v6M11 8h6',
  },
]
