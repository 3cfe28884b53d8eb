"""The page Åtgärder: every action, what is known of it, answers and follow-up sheets. Imports services and widgets."""
