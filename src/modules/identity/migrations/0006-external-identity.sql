-- Who the city's single sign-on says somebody is: linked by the subject, which never changes, not by name or mail.
create table identity.external_identity (
  tenant_id uuid not null,
  issuer text not null check (issuer <> ''),
  subject text not null check (subject <> ''),
  account_id uuid not null,
  linked_at timestamptz not null,
  primary key (tenant_id, issuer, subject),
  unique (tenant_id, account_id, issuer),
  foreign key (tenant_id, account_id) references identity.account (tenant_id, id)
);

alter table identity.external_identity enable row level security;
alter table identity.external_identity force row level security;
create policy tenant on identity.external_identity
  using (tenant_id = platform.tenant_id() and identity.may_see(account_id));
grant select, insert, delete on identity.external_identity to quarterdeck_app;

-- The audit administrator sees as well whether an account has a second factor and when it was last here: without
-- that the list showed "off" and "never".
create or replace function identity.may_see(account uuid) returns boolean
  language sql stable parallel safe
  return coalesce(
    platform.actor_id() = account
      or platform.actor_id() = '00000000-0000-0000-0000-000000000000'
      or platform.holds('identity.list-accounts')
      or platform.holds('identity.secure-accounts')
      or platform.holds('identity.manage-accounts'),
    false
  );
