"""Which text of a page is which section of the form, and which lines are the site's."""
