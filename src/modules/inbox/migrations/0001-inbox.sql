create schema inbox;
grant usage on schema inbox to quarterdeck_app;

-- A mail that is on its way or was sent. What stands in it is fixed before it is sent, so that a second try
-- after a crash is the same mail with the same Message-ID.
create table inbox.mail (
  tenant_id  uuid not null references platform.tenant (id),
  id         uuid not null,
  account_id uuid not null,
  address    text not null,
  locale     text not null check (locale in ('zh-CN', 'en')),
  -- The day of a daily mail; null for one that goes out by itself.
  digest_on  date,
  created_at timestamptz not null,
  sent_at    timestamptz,
  primary key (tenant_id, id)
);
create unique index mail_one_digest_a_day on inbox.mail (tenant_id, account_id, digest_on) where digest_on is not null;

-- What somebody is told, once for each cause. The sentence is made when it is read, in the reader's language.
create table inbox.message (
  tenant_id    uuid not null references platform.tenant (id),
  id           uuid not null,
  account_id   uuid not null,
  -- Why, so exactly that the same reason never tells twice: `overdue:<item>:<round>:<deadline>:5`.
  cause        text not null check (cause <> ''),
  -- `ledger.overdue`; its sentence is `ledger.notice.overdue`.
  kind         text not null check (kind ~ '^[a-z]+\.[a-z-]+$'),
  level        text not null check (level in ('info', 'reminder', 'warning', 'alarm')),
  subject_type text not null,
  subject_id   text not null,
  params       jsonb not null default '{}',
  created_at   timestamptz not null,
  read_at      timestamptz,
  -- Still to be decided whether and when it goes out by mail.
  is_mail_due  boolean not null default true,
  mail_id      uuid,
  sent_mail_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, cause),
  foreign key (tenant_id, mail_id) references inbox.mail (tenant_id, id)
);
create index message_newest on inbox.message (tenant_id, account_id, created_at desc, id desc);
create index message_unread on inbox.message (tenant_id, account_id) where read_at is null;
create index message_mail_due on inbox.message (tenant_id, account_id) where is_mail_due;
create index message_mail on inbox.message (tenant_id, mail_id) where mail_id is not null;

-- How a person wants to be told. Without a row: in the application only.
create table inbox.preference (
  tenant_id  uuid not null references platform.tenant (id),
  account_id uuid not null,
  address    text,
  is_mail_on boolean not null default false,
  digest     text not null check (digest in ('each', 'daily')),
  locale     text not null check (locale in ('zh-CN', 'en')),
  -- Mail goes out on working days between these times of the city, `HH:MM`.
  hours_from text not null check (hours_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  hours_until text not null check (hours_until ~ '^([01]\d|2[0-3]):[0-5]\d$' and hours_until > hours_from),
  changed_at timestamptz not null,
  primary key (tenant_id, account_id),
  check (not is_mail_on or address is not null)
);

-- Where the tenant's own systems are told. Address and secret are sealed with the installation's key, which is
-- not in the database: a copy of the database does not give them away.
create table inbox.webhook (
  tenant_id     uuid primary key references platform.tenant (id),
  address_seal  bytea not null,
  secret_seal   bytea not null,
  is_on         boolean not null,
  -- Kinds that are sent; empty: all.
  kinds         text[] not null,
  changed_at    timestamptz not null,
  changed_by    text not null
);

-- One telling for each cause, however many persons it goes to.
create table inbox.webhook_delivery (
  tenant_id    uuid not null references platform.tenant (id),
  id           uuid not null,
  cause        text not null,
  kind         text not null,
  level        text not null,
  subject_type text not null,
  subject_id   text not null,
  params       jsonb not null,
  account_ids  uuid[] not null,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, cause)
);

alter table inbox.mail enable row level security;
alter table inbox.mail force row level security;
alter table inbox.message enable row level security;
alter table inbox.message force row level security;
alter table inbox.preference enable row level security;
alter table inbox.preference force row level security;
alter table inbox.webhook enable row level security;
alter table inbox.webhook force row level security;
alter table inbox.webhook_delivery enable row level security;
alter table inbox.webhook_delivery force row level security;

-- A person sees what is addressed to him; the installation, which delivers, sees all. Anybody's command may tell
-- anybody, without learning what else that person was told.
create policy own_is_read on inbox.message for select
  using (tenant_id = platform.tenant_id()
    and (account_id = platform.actor_id() or (select platform.holds('inbox.deliver'))));
create policy own_is_marked on inbox.message for update
  using (tenant_id = platform.tenant_id()
    and (account_id = platform.actor_id() or (select platform.holds('inbox.deliver'))));
create policy anybody_is_told on inbox.message for insert
  with check (tenant_id = platform.tenant_id());

create policy own on inbox.preference
  using (tenant_id = platform.tenant_id()
    and (account_id = platform.actor_id() or (select platform.holds('inbox.deliver'))));

create policy delivery on inbox.mail
  using (tenant_id = platform.tenant_id() and (select platform.holds('inbox.deliver')));

-- Whoever tells must know whether there is anything to send; address and secret are sealed.
create policy is_known on inbox.webhook for select using (tenant_id = platform.tenant_id());
create policy first_is_configured on inbox.webhook for insert
  with check (tenant_id = platform.tenant_id() and (select platform.holds('inbox.configure')));
create policy is_configured on inbox.webhook for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('inbox.configure')));

create policy delivery_is_seen on inbox.webhook_delivery for select
  using (tenant_id = platform.tenant_id() and (select platform.holds('inbox.deliver')));
create policy delivery_is_marked on inbox.webhook_delivery for update
  using (tenant_id = platform.tenant_id() and (select platform.holds('inbox.deliver')));
create policy anything_is_told on inbox.webhook_delivery for insert
  with check (tenant_id = platform.tenant_id());

grant select, insert on inbox.message, inbox.mail, inbox.preference, inbox.webhook, inbox.webhook_delivery to quarterdeck_app;
grant update (read_at, is_mail_due, mail_id, sent_mail_at) on inbox.message to quarterdeck_app;
grant update (sent_at) on inbox.mail to quarterdeck_app;
grant update (address, is_mail_on, digest, locale, hours_from, hours_until, changed_at) on inbox.preference to quarterdeck_app;
grant update (address_seal, secret_seal, is_on, kinds, changed_at, changed_by) on inbox.webhook to quarterdeck_app;
grant update (sent_at) on inbox.webhook_delivery to quarterdeck_app;
