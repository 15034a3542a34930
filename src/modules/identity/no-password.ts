/** In place of a hash where an account has no password: made by the single sign-on, and nobody has set one since. */
export const NO_PASSWORD = 'none'
