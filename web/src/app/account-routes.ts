import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { house, root } from './house-route.tsx'
import { queryClient } from './query-client.ts'
import { readAccountsSearch } from './search.ts'

/** Outside the house: nothing else opens until it is done. */
export const duties = createRoute({
  getParentRoute: () => root,
  path: '/duties',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery).catch(() => undefined)
    if (!session) throw redirect({ to: '/sign-in', search: {} })
  },
  component: lazyRouteComponent(() => import('../screens/account/duty-screen.tsx'), 'DutyScreen'),
})
const account = createRoute({
  getParentRoute: () => house,
  path: '/account',
  staticData: { crumb: 'account.title' },
  component: lazyRouteComponent(() => import('../screens/account/account-screen.tsx'), 'AccountScreen'),
})
const accounts = createRoute({
  getParentRoute: () => house,
  path: '/accounts',
  validateSearch: readAccountsSearch,
  component: lazyRouteComponent(() => import('../screens/accounts/accounts-screen.tsx'), 'AccountsScreen'),
})

/** One's own account, and everybody's for the administrators. */
export const accountRoutes = [account, accounts] as const
