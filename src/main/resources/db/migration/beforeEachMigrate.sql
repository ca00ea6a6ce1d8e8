-- A change of the tables takes as long as there are rows, whatever a statement may take later.
set local statement_timeout = 0;
