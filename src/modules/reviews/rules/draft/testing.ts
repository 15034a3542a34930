import type { EarlierShortfall, Facts, ItemFact, PaceFact, StandingFact } from './facts.ts'

/** A standing in the middle of a cohort of sixteen, with what a test is about. */
export function standing(fact: Partial<StandingFact> = {}): StandingFact {
  return {
    code: 'output',
    name: { zh: '产值', en: 'Output' },
    unit: '亿元',
    decimals: 2,
    direction: 'higher',
    period: '2024-03',
    formerPeriod: '2023-12',
    value: '50',
    rank: 8,
    sharedBy: 1,
    of: 16,
    places: 0,
    growth: null,
    change: null,
    numerator: null,
    denominator: null,
    vintage: 3,
    source: '市统计局',
    ...fact,
  }
}

export function pace(fact: Partial<PaceFact> = {}): PaceFact {
  return {
    code: 'revenue',
    name: { zh: '财政收入', en: 'Revenue' },
    unit: '亿元',
    kind: 'cumulative',
    horizon: 'year',
    period: '2024',
    target: '240',
    actual: '60',
    through: '2024-03-31',
    expectedPercent: '25',
    donePercent: '25',
    gapPoints: '0',
    vintage: 3,
    ...fact,
  }
}

let lastItem = 0

/** An open item that the unit leads, due in May. */
export function item(fact: Partial<ItemFact> = {}): ItemFact {
  lastItem += 1
  return {
    id: `00000000-0000-7000-8000-${String(lastItem).padStart(12, '0')}`,
    number: `2024-${String(lastItem).padStart(4, '0')}`,
    title: '渔港码头改造',
    isLead: true,
    isOpen: true,
    state: 'in-progress',
    dueOn: '2024-05-31',
    finishedOn: null,
    closedOn: null,
    daysLate: null,
    returnedCount: 0,
    round: 1,
    progress: 0,
    reportId: null,
    statementId: null,
    ...fact,
  }
}

export const closedItem = (fact: Partial<ItemFact> = {}) =>
  item({ isOpen: false, state: 'closed', closedOn: '2024-03-20', finishedOn: '2024-03-18', ...fact })

export function earlier(fact: Partial<EarlierShortfall> = {}): EarlierShortfall {
  return {
    key: 'statement:s1',
    partId: 's1',
    subject: { zh: '渔港码头改造', en: '' },
    saidIn: '2023Q3',
    sources: [{ kind: 'statement', href: '/reports/r1?statement=s1', label: { title: '渔港码头改造' } }],
    statementId: 's1',
    reportId: 'r1',
    matterId: null,
    itemIds: [],
    code: null,
    before: null,
    wasShort: false,
    cameBackIn: null,
    formerOutcome: null,
    linked: [],
    ...fact,
  }
}

export function facts(given: Partial<Facts> = {}): Facts {
  return {
    cohort: 'city-wide',
    period: '2024Q1',
    from: '2024-01-01',
    to: '2024-03-31',
    on: '2024-04-10',
    asOf: 3,
    standings: [],
    firsts: new Map(),
    pace: [],
    items: [],
    alerts: [],
    earlier: [],
    traces: new Map(),
    ...given,
  }
}
