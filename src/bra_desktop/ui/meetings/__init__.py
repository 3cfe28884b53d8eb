"""The page Möten: the list of all meetings, and the form in which a meeting is planned. Imports services and widgets."""
