-- The language that somebody has chosen for letters to them. Without one, letters are in the language of their pages when
-- they last signed in, or of their invitation.
ALTER TABLE people ADD COLUMN letters_in TEXT;
