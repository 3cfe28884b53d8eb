"""BRÅ Desktop: runs the meetings of a Swedish crime-prevention council from agenda to signed protocol and follow-up.

Layers, above may import below, never sideways across a bar; kept by import-linter contracts in pyproject.toml:
__main__ → bootstrap → ui | cli → plays → services
→ storage | documents | exchange | signing | archive | system → domain
"""
