-- INSERT OR REPLACE removes rows without asking the triggers of DELETE, unless triggers may call triggers, and the program
-- now sets that. A trigger of INSERT would make each entry keep a journal of its own while it is added.
DROP TRIGGER record_entries_once;
