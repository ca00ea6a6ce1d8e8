-- Whether the clocks do something to a pin's time that people are told of: they skip it, it comes twice, or its instant is no
-- longer what they make of it. Only Java knows, whose zones these are; so it is kept with the time, for who looks for warnings.
alter table pin add column clock_warning boolean not null default false;

-- Whether that is known of the pins that are there: the next look at the rules of the clocks finds it out.
alter table clock_rules add column warned boolean not null default false;
