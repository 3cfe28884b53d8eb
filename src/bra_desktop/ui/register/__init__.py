"""The page Register: organisations, people, forums, phrases and the municipality. Imports services and widgets."""
