"""The page Register: organisations, people, forums and the municipality. Imports services and widgets."""
