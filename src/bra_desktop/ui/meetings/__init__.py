"""The page Möten: the list of all meetings, and the form in which one is planned. Imports services and widgets."""
