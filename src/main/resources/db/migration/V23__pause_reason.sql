-- Why publishing stands still: everybody sees it on every page.
alter table workspace add column paused_because text not null default '' check (length(paused_because) <= 300);
