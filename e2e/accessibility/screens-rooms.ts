import { button, type Screen, tab, words } from './screen.ts'

const itemOf = (title: string) => (world: { items: ReadonlyMap<string, string> }) =>
  `/ledger/items/${world.items.get(title)}`

/** Sign-in, accounts, the desks, reports, the ledger, units and the journal. */
export const ROOM_SCREENS: readonly Screen[] = [
  { route: '/sign-in', as: 'nobody', at: '/sign-in' },
  { route: '/sign-in', part: 'second step', as: 'nobody', at: '/sign-in#challenge=none' },
  { route: '/duties', as: 'auditadmin', at: '/duties' },
  {
    route: '/',
    as: 'duban',
    at: '/',
  },
  { route: '/', part: 'address that leads nowhere', as: 'duban', at: '/nowhere', ready: words('没有这一页') },
  { route: '/desk', as: 'duban', at: '/desk' },
  { route: '/my-unit', as: 'qingdu', at: '/my-unit' },
  {
    route: '/reports',
    as: 'duban',
    at: '/reports',
    ready: words('泊江市召开一季度工作会议'),
  },
  {
    route: '/reports/$reportId',
    as: 'duban',
    at: ({ reportId }) => `/reports/${reportId}`,
  },
  { route: '/check', as: 'duban', at: '/check' },
  { route: '/check', part: 'of a report', as: 'duban', at: ({ reportId }) => `/check?report=${reportId}` },
  {
    route: '/ledger',
    as: 'duban',
    at: '/ledger',
    ready: words('汛前泵站检修'),
  },
  { route: '/ledger', part: 'board', as: 'duban', at: '/ledger?view=board', ready: words('汛前泵站检修') },
  {
    route: '/ledger',
    part: 'timeline',
    as: 'duban',
    at: '/ledger?view=timeline',
    ready: words('汛前泵站检修'),
  },
  {
    route: '/ledger',
    part: 'calendar',
    as: 'duban',
    at: '/ledger?view=calendar',
  },
  { route: '/ledger', part: 'empty', as: 'duban', at: '/ledger?q=没有这样的事项' },
  { route: '/ledger', part: 'the past', as: 'duban', at: '/ledger?asOf=2023-10-25' },
  {
    route: '/ledger/items/$itemId',
    as: 'duban',
    at: itemOf('河道整治分段验收'),
  },
  {
    route: '/ledger/items/$itemId',
    part: 'story',
    as: 'duban',
    at: (world) => `${itemOf('河道整治分段验收')(world)}?view=story`,
  },
  {
    route: '/ledger/items/$itemId',
    part: 'of its unit',
    as: 'qingdu',
    at: itemOf('河道整治分段验收'),
  },
  { route: '/ledger/settings', as: 'duban', at: '/ledger/settings' },
  { route: '/ledger/settings', part: 'lights', as: 'duban', at: '/ledger/settings?part=lights' },
  {
    route: '/ledger/settings',
    part: 'calendar',
    as: 'duban',
    at: '/ledger/settings?part=calendar&year=2023',
  },
  { route: '/ledger/statistics', as: 'duban', at: '/ledger/statistics' },
  { route: '/ledger/import', as: 'duban', at: '/ledger/import' },
  {
    route: '/ledger/import',
    part: 'columns',
    as: 'duban',
    at: ({ sheetId }) => `/ledger/import?id=${sheetId}`,
  },
  { route: '/units', as: 'duban', at: '/units' },
  { route: '/journal', as: 'auditor', at: '/journal' },
  {
    route: '/journal',
    part: 'not allowed',
    as: 'qingdu',
    at: '/journal',
    ready: words('你的角色不能看这一页'),
  },
  {
    route: '/account',
    as: 'duban',
    at: '/account',
  },
  {
    route: '/accounts',
    as: 'sysadmin',
    at: '/accounts',
  },
  { route: '/accounts', as: 'secadmin', at: '/accounts' },
  {
    route: '/accounts',
    part: 'roles',
    as: 'secadmin',
    at: '/accounts',
    prepare: tab('角色与权限'),
    ready: button('修改 督查专员'),
  },
  {
    route: '/accounts',
    part: 'a role that is changed',
    as: 'secadmin',
    at: '/accounts',
    prepare: async (page) => {
      await tab('角色与权限')(page)
      await button('修改 督查专员')(page).click()
    },
    ready: (page) => page.getByLabel('查看台账 督查专员'),
  },
  {
    route: '/accounts',
    part: 'who may do what',
    as: 'secadmin',
    at: '/accounts',
    prepare: tab('谁能办什么'),
    ready: words('选择后列出'),
  },
  {
    route: '/accounts',
    part: 'security',
    as: 'secadmin',
    at: '/accounts',
    prepare: tab('安全设置'),
    ready: (page) => page.getByLabel('无操作自动退出(分钟)'),
  },
]
