-- Keys work on more lists than the inbox now, so what a person chose is kept with them.
INSERT INTO key_settings (person, keys_on) SELECT person, shortcuts FROM inbox_settings;
DROP TABLE inbox_settings;
