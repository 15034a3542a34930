import { createRootRoute, createRoute, redirect } from '@tanstack/react-router'
import { isAllowed } from '../../../src/kernel/permissions.ts'
import { Problem } from '../api/problem.ts'
import { sessionQuery } from '../api/session.ts'
import { MissingPage } from './failure-pages.tsx'
import { queryClient } from './query-client.ts'
import { Shell } from './shell/shell.tsx'

export const root = createRootRoute({ notFoundComponent: MissingPage })

/** The parent of every screen behind the sign-in. */
export const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: Shell,
  beforeLoad: requireSession,
})

/** The parent of screens behind the sign-in that fill the window: nothing stands around them. */
export const stage = createRoute({ getParentRoute: () => root, id: 'stage', beforeLoad: requireSession })

/** Lets in who is signed in and has done what the sign-in asks for. */
async function requireSession({ location }: { location: { href: string } }): Promise<void> {
  const session = await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401) {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    }
    throw error
  })
  if (session.duties.length > 0) throw redirect({ to: '/duties' })
  // The administrators' home is where the accounts are: of the city's work they see nothing.
  const isAdministrator = isAllowed(session.grants, 'identity.list-accounts')
  if (isAdministrator && location.href === '/') throw redirect({ to: '/accounts', search: {} })
}
