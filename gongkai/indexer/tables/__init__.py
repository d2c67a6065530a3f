"""The form's tables: from labels, counts and identities to figures."""
